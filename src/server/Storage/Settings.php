<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Capture\CaptureSettings;
use Causeway\Capture\FuseStore;
use Causeway\Cases\CaseSettings;
use Causeway\Cases\Retention;
use Causeway\Cases\SiteSettings;
use Causeway\Incidents\KnownProblem;
use Causeway\Support\Randomness;

/**
 * The one autoloaded option, `causeway`, at most 2 KB: everything that a page view or a login may need without a query.
 *
 * Reading costs nothing, because WordPress has loaded it. Writing compares with what is stored and tries again, so that two processes
 * never undo each other's change.
 *
 * @phpstan-type Stored array<string, mixed>
 */
final class Settings implements CaptureSettings, FuseStore, CaseSettings, SiteSettings, KnownProblem {

	public const OPTION = 'causeway';

	private const MOST_BYTES = 2048;

	private const MOST_WATCHED = 250;

	private const TRIES = 8;

	/** @var array<int, true>|null People whose next good login is news, by user id. */
	private ?array $watched = null;

	public function __construct( private readonly Database $database, private readonly Randomness $randomness ) {}

	/** Version of the tables that this site was set up with; 0 before the first time. */
	public function schemaVersion(): int {
		$version = $this->read()['version'] ?? 0;
		return is_int( $version ) ? $version : 0;
	}

	/** Makes the option with its secret key where it is missing, and notes the version. */
	public function install( int $schemaVersion ): void {
		$this->change(
			function ( array $stored ) use ( $schemaVersion ): array {
				$stored['version'] = $schemaVersion;
				$stored['key']   ??= bin2hex( $this->randomness->bytes( 32 ) );
				return $stored;
			}
		);
	}

	public function remove(): void {
		delete_option( self::OPTION );
		delete_option( AuditOption::OPTION );
		delete_option( CaseRunOption::OPTION );
		RuleOption::remove();
	}

	/** Before the site was set up, a key made of WordPress's own salts stands in. */
	public function hashKey(): string {
		$key = $this->read()['key'] ?? '';
		return is_string( $key ) && '' !== $key ? $key : hash( 'sha256', 'causeway|' . wp_salt( 'auth' ) );
	}

	public function vendorHosts(): array {
		$hosts = [];
		foreach ( $this->list( 'hosts' ) as $host => $system ) {
			if ( is_string( $system ) ) {
				$hosts[ (string) $host ] = $system;
			}
		}
		return $hosts;
	}

	/** @param array<string, string> $hosts `host:port` → system. */
	public function saveVendorHosts( array $hosts ): void {
		$this->put( 'hosts', $hosts );
	}

	public function portalPageIds(): array {
		return array_values( array_filter( $this->list( 'pages' ), 'is_int' ) );
	}

	public function savePortalPageIds( array $ids ): void {
		$this->put( 'pages', array_slice( array_values( array_unique( $ids ) ), 0, 20 ) );
	}

	public function armedPeople(): array {
		$packed = $this->read()['armed'] ?? '';
		$armed  = [];
		foreach ( is_string( $packed ) && '' !== $packed ? explode( ';', $packed ) : [] as $person ) {
			$parts   = explode( ' ', $person );
			$armed[] = [ (int) $parts[0], (int) ( $parts[1] ?? 0 ), array_slice( $parts, 2 ) ];
		}
		return $armed;
	}

	/** @param list<array{int, int, list<string>}> $people User id, until when, hashes. */
	public function saveArmedPeople( array $people ): void {
		$this->put( 'armed', implode( ';', array_map( static fn ( array $person ): string => implode( ' ', [ $person[0], $person[1], ...$person[2] ] ), $people ) ) );
	}

	public function sitePatternIds(): array {
		$ids = $this->read()['patterns'] ?? '';
		return is_string( $ids ) && '' !== $ids ? str_split( $ids, 12 ) : [];
	}

	/** @param list<string> $ids Twelve characters each. */
	public function saveSitePatternIds( array $ids ): void {
		$this->put( 'patterns', implode( '', $ids ) );
	}

	public function recipients(): array {
		$chosen = array_values( array_filter( $this->list( 'recipients' ), 'is_string' ) );
		if ( [] !== $chosen ) {
			return $chosen;
		}
		$admin = get_option( 'admin_email' );
		return is_string( $admin ) && '' !== $admin ? [ $admin ] : [];
	}

	public function areRecipientsUsual(): bool {
		return [] === $this->list( 'recipients' );
	}

	public function saveRecipients( array $addresses ): void {
		$this->put( 'recipients', array_slice( array_values( array_filter( $addresses, static fn ( string $address ): bool => false !== is_email( $address ) ) ), 0, 5 ) );
	}

	public function mailsEachCase(): bool {
		return true !== ( $this->read()['incidentsOnly'] ?? false );
	}

	public function saveMailsEachCase( bool $isOne ): void {
		$this->put( 'incidentsOnly', $isOne ? '' : true );
	}

	public function hasStormGate(): bool {
		return true === ( $this->read()['gate'] ?? false );
	}

	public function saveStormGate( bool $isOne ): void {
		$this->put( 'gate', $isOne ? true : '' );
	}

	public function retention(): array {
		$kept = $this->list( 'retention' );
		return [
			'attemptDays' => self::within( $kept[0] ?? null, Retention::ATTEMPT_DAYS ),
			'caseDays'    => self::within( $kept[1] ?? null, Retention::CASE_DAYS ),
		];
	}

	public function saveRetention( int $attemptDays, int $caseDays ): void {
		$kept = [ self::within( $attemptDays, Retention::ATTEMPT_DAYS ), self::within( $caseDays, Retention::CASE_DAYS ) ];
		$this->put( 'retention', [ Retention::ATTEMPT_DAYS[1], Retention::CASE_DAYS[1] ] === $kept ? [] : $kept );
	}

	/** @param array{int, int, int} $limits Least, usual, most. */
	private static function within( mixed $value, array $limits ): int {
		return is_int( $value ) ? max( $limits[0], min( $limits[2], $value ) ) : $limits[1];
	}

	public function watchSignIns( array $userIds ): void {
		$ids = array_slice( array_values( array_unique( $userIds ) ), 0, self::MOST_WATCHED );
		sort( $ids );
		$this->put( 'watched', self::pack( $ids ) );
	}

	public function watchesSignInOf( int $userId ): bool {
		if ( null === $this->watched ) {
			$packed        = $this->read()['watched'] ?? '';
			$this->watched = array_fill_keys( self::unpack( is_string( $packed ) ? $packed : '' ), true );
		}
		return isset( $this->watched[ $userId ] );
	}

	/** Whether a problem is known that keeps many people out at this moment. Costs no query. */
	public function hasKnownProblem(): bool {
		return true === ( $this->read()['problem'] ?? false );
	}

	public function tell( bool $isOne ): void {
		if ( $isOne === $this->hasKnownProblem() ) {
			return;
		}
		$this->change(
			static function ( array $stored ) use ( $isOne ): array {
				unset( $stored['problem'] );
				return $isOne ? [ 'problem' => true ] + $stored : $stored;
			}
		);
	}

	public function fuse(): array {
		$fuse = $this->list( 'fuse' );
		return [
			'faults'  => array_values( array_filter( is_array( $fuse['faults'] ?? null ) ? $fuse['faults'] : [], 'is_int' ) ),
			'blownAt' => is_int( $fuse['blownAt'] ?? null ) ? $fuse['blownAt'] : 0,
			'where'   => is_string( $fuse['where'] ?? null ) ? $fuse['where'] : '',
		];
	}

	public function saveFuse( array $state ): void {
		$this->put( 'fuse', [] === $state['faults'] && 0 === $state['blownAt'] ? [] : $state );
	}

	/** @param array<mixed>|string|true $value Empty removes it. */
	private function put( string $name, array|string|bool $value ): void {
		$this->change(
			static function ( array $stored ) use ( $name, $value ): array {
				if ( [] === $value || '' === $value ) {
					unset( $stored[ $name ] );
				} else {
					$stored[ $name ] = $value;
				}
				return $stored;
			}
		);
	}

	/** @return array<mixed> */
	private function list( string $name ): array {
		$value = $this->read()[ $name ] ?? [];
		return is_array( $value ) ? $value : [];
	}

	/** @return Stored */
	private function read(): array {
		return self::named( get_option( self::OPTION ) );
	}

	/**
	 * @param callable(Stored): Stored $change May be called more than once.
	 */
	private function change( callable $change ): void {
		$this->watched = null;
		for ( $try = 0; $try < self::TRIES; $try++ ) {
			$row    = $this->database->row( "SELECT option_value FROM {$this->database->core( 'options' )} WHERE option_name = %s", self::OPTION );
			$before = $row?->string( 'option_value' ) ?? '';
			$stored = self::named( maybe_unserialize( $before ) );
			$after  = serialize( self::fitted( $change( $stored ) ) );
			if ( null === $row ) {
				$won = 1 === $this->database->run( "INSERT IGNORE INTO {$this->database->core( 'options' )} (option_name, option_value, autoload) VALUES (%s, %s, 'on')", self::OPTION, $after );
			} elseif ( $after === $before ) {
				return;
			} else {
				$won = 1 === $this->database->run( "UPDATE {$this->database->core( 'options' )} SET option_value = %s WHERE option_name = %s AND option_value = %s", $after, self::OPTION, $before );
			}
			if ( $won ) {
				wp_cache_delete( 'alloptions', 'options' );
				wp_cache_delete( 'notoptions', 'options' );
				wp_cache_delete( self::OPTION, 'options' );
				return;
			}
		}
		throw new StorageFault( 'The settings were changed by others each time they were to be saved.' );
	}

	/**
	 * Keeps the option within its size: the list of watched people gives way, the background looks at the rest.
	 *
	 * @param Stored $stored
	 * @return Stored
	 */
	private static function fitted( array $stored ): array {
		while ( strlen( serialize( $stored ) ) > self::MOST_BYTES && is_string( $stored['watched'] ?? null ) && '' !== $stored['watched'] ) {
			$ids               = self::unpack( $stored['watched'] );
			$stored['watched'] = self::pack( array_slice( $ids, 0, (int) ( count( $ids ) * 0.8 ) ) );
		}
		return $stored;
	}

	/**
	 * Ids as their differences in base 36: 250 of a million people take about a kilobyte.
	 *
	 * @param list<int> $ids Ascending.
	 */
	private static function pack( array $ids ): string {
		$last  = 0;
		$parts = [];
		foreach ( $ids as $id ) {
			$parts[] = base_convert( (string) ( $id - $last ), 10, 36 );
			$last    = $id;
		}
		return implode( ' ', $parts );
	}

	/** @return list<int> */
	private static function unpack( string $packed ): array {
		$ids  = [];
		$last = 0;
		foreach ( '' === $packed ? [] : explode( ' ', $packed ) as $part ) {
			$last += (int) base_convert( $part, 36, 10 );
			$ids[] = $last;
		}
		return $ids;
	}

	/** @return Stored */
	private static function named( mixed $value ): array {
		$named = [];
		foreach ( is_array( $value ) ? $value : [] as $key => $item ) {
			$named[ (string) $key ] = $item;
		}
		return $named;
	}
}
