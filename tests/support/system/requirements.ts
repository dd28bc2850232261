/**
 * What each suite needs of the machine beyond Node and PHP, and which Debian packages bring it.
 */

export type Suite = 'check' | 'jest' | 'unit' | 'integration' | 'deep' | 'e2e' | 'bench' | 'demo';

export interface Requirement {
	/** How a person calls it. */
	readonly name: string;
	readonly packages: readonly string[];
	readonly suites: readonly Suite[];
	readonly test: { readonly programs: readonly string[] } | { readonly extension: string } | { readonly folder: string };
}

/** Requirements for one PHP version (`8.2`), whose packages carry it in their names. */
export const requirementsFor = ( php: string ): readonly Requirement[] => {
	const withDatabase: readonly Suite[] = [ 'integration', 'deep', 'e2e', 'bench' ];
	const extension = ( name: string, pack: string, suites: readonly Suite[] ): Requirement => ( {
		name: `PHP extension ${ name }`,
		packages: [ `php${ php }-${ pack }` ],
		suites,
		test: { extension: name },
	} );
	return [
		{ name: 'MariaDB', packages: [ 'mariadb-server' ], suites: withDatabase, test: { programs: [ 'mariadbd', 'mysqld' ] } },
		{ name: 'MariaDB’s client', packages: [ 'mariadb-client' ], suites: withDatabase, test: { programs: [ 'mariadb', 'mysql' ] } },
		{ name: 'nginx', packages: [ 'nginx-light' ], suites: [ 'deep', 'e2e', 'bench' ], test: { programs: [ 'nginx' ] } },
		{ name: 'PHP-FPM', packages: [ `php${ php }-fpm` ], suites: [ 'deep', 'e2e', 'bench' ], test: { programs: [ `php-fpm${ php }`, 'php-fpm' ] } },
		{ name: 'Redis', packages: [ 'redis-server' ], suites: [ 'deep' ], test: { programs: [ 'redis-server' ] } },
		extension( 'redis', 'redis', [ 'deep' ] ),
		{ name: 'wrk', packages: [ 'wrk' ], suites: [ 'bench' ], test: { programs: [ 'wrk' ] } },
		{ name: 'OpenSSL', packages: [ 'openssl' ], suites: [ 'deep', 'e2e' ], test: { programs: [ 'openssl' ] } },
		{ name: 'Chromium', packages: [ 'chromium' ], suites: [ 'e2e' ], test: { programs: [ 'chromium', 'chromium-browser', 'google-chrome' ] } },
		{ name: 'Liberation fonts', packages: [ 'fonts-liberation' ], suites: [ 'e2e' ], test: { folder: '/usr/share/fonts/truetype' } },
		extension( 'mysqli', 'mysql', withDatabase ),
		extension( 'mbstring', 'mbstring', [ 'check', 'unit', 'integration', 'e2e', 'bench' ] ),
		extension( 'dom', 'xml', [ 'check', 'unit', 'integration', 'e2e', 'bench' ] ),
		extension( 'curl', 'curl', withDatabase ),
		extension( 'gd', 'gd', [ 'e2e', 'bench' ] ),
		extension( 'intl', 'intl', [ 'integration', 'e2e', 'bench' ] ),
		extension( 'zip', 'zip', [ 'e2e', 'bench' ] ),
		extension( 'pdo_sqlite', 'sqlite3', [ 'integration', 'bench' ] ),
	];
};

/** One sentence for what is still missing: what it is, what it stops, how to get it. */
export const missingSentence = ( missing: Requirement, wanted: readonly Suite[] ): string => {
	const stopped = missing.suites.filter( ( suite ) => wanted.includes( suite ) );
	return `${ missing.name } is missing, so ${ stopped.join( ', ' ) } cannot run (on Debian: apt-get install ${ missing.packages.join( ' ' ) }).`;
};
