import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/charts/styles.css';
import '@fontsource-variable/inter/wght.css';
import 'dayjs/locale/fr';
import './styles.css';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Demarrage } from './demarrage.tsx';
import { clientRequetes, rafraichir } from './operations.ts';
import { pont } from './pont.ts';
import { theme, variables } from './theme.ts';

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="passerelle-nonce"]')?.content ?? '';

export function Application() {
  useEffect(
    () =>
      pont.surEvenement((evenement) => {
        if (evenement.type === 'changement') rafraichir(evenement.tables);
      }),
    [],
  );
  return (
    <QueryClientProvider client={clientRequetes}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        getStyleNonce={nonce}
        defaultColorScheme="light"
        deduplicateInlineStyles
      >
        <DatesProvider settings={{ locale: 'fr', firstDayOfWeek: 1, weekendDays: [0, 6] }}>
          <Notifications position="bottom-right" autoClose={6000} />
          <Demarrage />
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
