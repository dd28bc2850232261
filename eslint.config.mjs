/**
 * WordPress's own rules, and ours for who may import whom. Each ban says what to do instead.
 */
import { createRequire } from 'node:module';

const require = createRequire( import.meta.url );
const wordpress = require( '@wordpress/eslint-plugin' );

const screens = [ 'cases', 'case', 'connections', 'explain' ];

const zones = [
	...screens.map( ( screen ) => ( {
		target: `./src/admin/screens/${ screen }`,
		from: './src/admin/screens',
		except: [ `./${ screen }` ],
		message: 'A screen never imports another screen: move what both need to src/admin/components.',
	} ) ),
	{
		target: './src/admin/components',
		from: './src/admin/screens',
		message: 'Components know no screen: pass what they need as props.',
	},
	{
		target: './src/admin',
		from: [ './tests', './src/build', './src/catalog', './src/systems' ],
		message: 'Screens read the catalog through GraphQL, never from its source.',
	},
	{
		target: './src/catalog',
		from: [ './src/admin', './src/systems', './tests', './blocks' ],
		message: 'The catalog room holds types, compiler and checker; systems import it, not the other way.',
	},
	{
		target: './src/systems',
		from: [ './src/admin', './tests', './blocks', './src/build' ],
		message: 'A system folder imports the catalog types and nothing else.',
	},
	{
		target: './blocks',
		from: [ './src/admin', './tests', './src/systems' ],
		message: 'A block ships alone: it shares no module with the screens.',
	},
	{
		target: './tests/lab',
		from: [ './src', './blocks' ],
		message: 'A simulator is written from the vendor’s documentation, never from our connector.',
	},
];

export default [
	{
		ignores: [ '**/build/**', '!src/build/**', 'node_modules/**', 'vendor/**', '.cache/**', 'artifacts/**', '**/*.generated.ts' ],
	},
	...wordpress.configs.recommended,
	...wordpress.configs[ 'test-unit' ].map( ( config ) => ( { ...config, files: [ '**/*.test.{ts,tsx}' ] } ) ),
	{
		files: [ '**/*.{js,mjs,cjs,ts,tsx}' ],
		rules: {
			'prettier/prettier': 'off', // Long lines read better here than prettier's wrapping; spacing is held by the rules below.
			'max-len': [ 'error', { code: 180, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreComments: false } ],
			indent: 'off',
			'import/no-extraneous-dependencies': 'off', // One package: everything is a development dependency, bundled or external.
			'import/no-unresolved': 'off', // TypeScript resolves.
			'import/no-restricted-paths': [ 'error', { zones } ],
			'no-shadow': 'off',
			'jsdoc/require-param': 'off', // Types stand in the signature; prose says what they cannot.
			'jsdoc/require-param-type': 'off',
			'jsdoc/require-returns-type': 'off',
			'jsdoc/check-line-alignment': 'off',
			'jsdoc/check-tag-names': 'off',
			'@wordpress/i18n-text-domain': [ 'error', { allowedTextDomain: 'causeway' } ],
			'@wordpress/no-unsafe-wp-apis': 'error',
		},
	},
	{
		files: [ 'src/admin/**/*.{ts,tsx}' ],
		ignores: [ 'src/admin/data/**', '**/*.test.{ts,tsx}' ],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{ name: '@wordpress/api-fetch', message: 'Only src/admin/data touches the network: add a function there.' },
						{ name: 'graphql-request', message: 'Only src/admin/data touches the network: add a query there.' },
					],
				},
			],
			'no-restricted-globals': [ 'error', { name: 'fetch', message: 'Only src/admin/data touches the network.' } ],
		},
	},
	{
		files: [ 'src/build/**', 'src/catalog/**', 'tests/**' ],
		rules: {
			'no-console': 'off', // These are commands: the console is their screen.
			'n/no-process-exit': 'off',
		},
	},
];
