/**
 * `npm run test:deep`: every suite in full on both lines of WordPress.
 */
process.argv.push( '--deep' );
void import( './test' );
