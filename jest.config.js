/**
 * Two projects: what runs in a browser (`jsdom`: screens and blocks) and what runs in Node (`node`: catalog, build, lab, support).
 */
const preset = require( '@wordpress/jest-preset-default/jest-preset' );

const common = {
	rootDir: __dirname,
	testPathIgnorePatterns: [ '/node_modules/', '<rootDir>/vendor/', '<rootDir>/build/', '<rootDir>/.cache/', '<rootDir>/artifacts/' ],
	modulePathIgnorePatterns: [ '<rootDir>/build/', '<rootDir>/.cache/', '<rootDir>/vendor/' ],
	transform: { '\\.[jt]sx?$': require.resolve( '@wordpress/scripts/config/babel-transform' ) },
};

module.exports = {
	projects: [
		{
			...preset,
			...common,
			displayName: 'jsdom',
			testEnvironment: 'jsdom',
			testMatch: [ '<rootDir>/src/admin/**/*.test.ts?(x)', '<rootDir>/blocks/**/*.test.ts?(x)' ],
		},
		{
			...common,
			displayName: 'node',
			testEnvironment: 'node',
			testMatch: [ '<rootDir>/src/{catalog,build,systems}/**/*.test.ts', '<rootDir>/tests/**/*.test.ts' ],
		},
	],
};
