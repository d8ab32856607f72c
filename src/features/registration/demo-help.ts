/** What the demo prints beside the form: the proofs that the sample carrier has for the firm without users. */
export const DEMO_CONTACT = 'office@d100004.example';
export const DEMO_ACTIVATION_CODE = 'DEMB-2345-6789';
