const password = 'assay-demo-password';

/** The people of the demo. Their addresses end in `.example`, which no one can own. */
export const DEMO_SIGN_INS = [
  {
    name: 'Demo Manager',
    email: 'manager@demo.example',
    role: 'manager, owner of the organisation',
    password,
  },
  { name: 'Demo Expert', email: 'expert@demo.example', role: 'domain expert', password },
  { name: 'Demo Annotator', email: 'annotator@demo.example', role: 'annotator', password },
  { name: 'Demo Engineer', email: 'engineer@demo.example', role: 'ML engineer', password },
  { name: 'Demo Auditor', email: 'auditor@demo.example', role: 'auditor', password },
] as const;
