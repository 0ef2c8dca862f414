import type { Configuration } from 'electron-builder';

/** Where the source lives, for the Debian package: the forge that builds the release knows it. */
const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY = 'passerelle/passerelle' } = process.env;

/**
 * What is shipped: the built application and one native file. Everything else is bundled into dist/, and the browser
 * host (a server, even on 127.0.0.1) stays out of the product. Of the native module's eight builds, the one of the
 * system packaged for: electron-builder's own `${platform}` is the system it runs on.
 */
const contenu = (systeme: 'win32' | 'linux' | 'darwin') => [
  'package.json',
  'dist/interface/**',
  'dist/preload/preload.cjs',
  'dist/hotes/main.js',
  'dist/hotes/donnees-fil.js',
  'dist/hotes/communs/**',
  '!dist/hotes/communs/pdf-navigateur-*',
  // Bundled into dist/ already: only the native module is needed as a package.
  '!node_modules/{drizzle-orm,react,react-dom,scheduler,zod,node-addon-api}/**',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/better-sqlite3/{binding.gyp,README.md}',
  `!node_modules/better-sqlite3/prebuilds/!(${systeme}-\${arch}).node`,
];

export default {
  appId: 'fr.passerelle.bureau',
  productName: 'Passerelle',
  copyright: 'Les auteurs de Passerelle, licence MIT',
  directories: { output: 'release', buildResources: 'build/icones' },
  extraMetadata: { homepage: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` },
  // Beside the program, where a person can read them.
  extraFiles: [
    { from: 'LICENSE', to: 'LICENSE.txt' },
    { from: 'dist/NOTICES.txt', to: 'NOTICES.txt' },
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  // better-sqlite3 ships N-API files, which no Electron version invalidates.
  npmRebuild: false,
  electronLanguages: ['fr'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  artifactName: 'Passerelle-${version}-${os}-${arch}.${ext}',
  // No update feed: a new version is installed from a file the user chose.
  publish: null,
  win: {
    files: contenu('win32'),
    icon: 'build/icones/icon.ico',
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
  },
  nsis: {
    // Per user and in one click: no administrator password, no question an employee cannot answer.
    oneClick: true,
    perMachine: false,
    deleteAppDataOnUninstall: false,
    buildUniversalInstaller: false,
    artifactName: 'Passerelle-${version}-installation-${arch}.${ext}',
    installerLanguages: ['fr_FR'],
    language: '1036',
  },
  linux: {
    files: contenu('linux'),
    icon: 'build/icones/tailles',
    category: 'Office',
    maintainer: 'Les auteurs de Passerelle <passerelle@localhost>',
    synopsis: 'Le réseau d’employeurs d’une structure d’insertion',
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
  },
  mac: {
    files: contenu('darwin'),
    icon: 'build/icones/icon.icns',
    category: 'public.app-category.business',
    darkModeSupport: true,
    // Signed for this machine only ("ad hoc"): Apple silicon refuses to run unsigned code. No notarisation.
    identity: '-',
    hardenedRuntime: false,
    notarize: false,
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
  },
} satisfies Configuration;
