<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Systems;

use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\Subject;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What every connector promises, whatever its system. A new system's test extends this one and says how its states look.
 *
 * A state's expectation names some findings: `true`, `false`, or `unknown:reason`.
 */
abstract class ConnectorContract extends TestCase {

	/** States that a system which is asked over the network can be in. */
	protected const REMOTE_STATES = [
		'found',
		'not found',
		'deleted',
		'permanently deleted',
		'no account',
		'field gone',
		'bad credential',
		'missing scope',
		'throttled',
		'quota gone',
		'server fault',
		'malformed',
		'slow',
		'reset',
		'unknown field in the answer',
	];

	/** A value that stands for every secret of the connection; it must not come out anywhere. */
	protected const CANARY = 'canary-5f2b9c-must-never-be-seen';

	/** @var array<class-string, array<string, list<Finding>>> By test class and state. */
	private static array $looks = [];

	abstract protected function connectorIn( string $state ): Connector;

	abstract protected function connection(): Connection;

	abstract protected function subjectIn( string $state ): Subject;

	/** @return array<string, array<string, string>> State → finding key → expectation. */
	abstract protected static function expectations(): array;

	/** The system's folder under `src/systems`. */
	abstract protected static function folder(): string;

	abstract protected static function isRemote(): bool;

	/** @return array<string, array{string}> */
	final public static function states(): array {
		$states = array_keys( static::expectations() );
		return array_combine( $states, array_map( static fn ( string $state ): array => [ $state ], $states ) );
	}

	final public function testASystemOverTheNetworkShowsEveryStateThatSuchASystemCanBeIn(): void {
		$missing = static::isRemote() ? array_diff( self::REMOTE_STATES, array_keys( static::expectations() ) ) : [];
		self::assertSame( [], array_values( $missing ) );
	}

	#[DataProvider( 'states' )]
	final public function testEachStateHasItsFindings( string $state ): void {
		$answers = [];
		foreach ( $this->examine( $state ) as $finding ) {
			$answers[ $finding->key ] = Truth::Unknown === $finding->truth ? 'unknown:' . $finding->reason : $finding->truth->value;
		}
		$expected = static::expectations()[ $state ];
		self::assertSame( $expected, array_merge( $expected, array_intersect_key( $answers, $expected ) ), $state );
	}

	#[DataProvider( 'states' )]
	final public function testEveryDeclaredKeyComesBackExactlyOnce( string $state ): void {
		$keys = array_map( static fn ( Finding $finding ): string => $finding->key, $this->examine( $state ) );
		sort( $keys );
		$declared = self::declaredKeys();
		sort( $declared );
		self::assertSame( $declared, $keys );
	}

	#[DataProvider( 'states' )]
	final public function testAnUnknownFindingSaysWhyAndOthersDoNot( string $state ): void {
		foreach ( $this->examine( $state ) as $finding ) {
			self::assertSame( Truth::Unknown === $finding->truth, '' !== $finding->reason, $finding->key );
			self::assertMatchesRegularExpression( '/^[a-z-]*$/', $finding->reason );
		}
	}

	#[DataProvider( 'states' )]
	final public function testEvidenceIsOneClippedLineWithoutSecrets( string $state ): void {
		foreach ( $this->examine( $state ) as $finding ) {
			self::assertSame( $this->connectorIn( $state )->system(), $finding->system );
			self::assertDoesNotMatchRegularExpression( '/[\x00-\x1F\x7F]|\x{202E}/u', $finding->detail );
			self::assertLessThanOrEqual( 300, mb_strlen( $finding->detail ) );
			$this->assertHoldsNoSecret( (string) json_encode( $finding->toArray(), JSON_UNESCAPED_SLASHES ), $finding->key );
		}
	}

	#[DataProvider( 'states' )]
	final public function testConditionsTellTheStateOfTheConnectionOnly( string $state ): void {
		foreach ( $this->connectorIn( $state )->test( $this->connection() ) as $condition ) {
			// Beside the four of every system, what the credential may see: the contract of a condition's name is its form.
			self::assertMatchesRegularExpression( '/^[a-z]+(-[a-z]+)*$/', $condition->type );
			self::assertSame( Truth::True === $condition->status, 'ok' === $condition->reason, $condition->type );
			$this->assertHoldsNoSecret( (string) json_encode( $condition->toArray(), JSON_UNESCAPED_SLASHES ), $condition->type );
		}
	}

	/** None of the connection's secrets, whole or, of a key, the first long part of it. */
	private function assertHoldsNoSecret( string $text, string $where ): void {
		foreach ( [ self::CANARY, ...array_values( $this->connection()->secrets ) ] as $secret ) {
			$part = 1 === preg_match( '#(?<=KEY-----|\\n)[A-Za-z0-9+/]{40}#', $secret, $found ) ? $found[0] : $secret;
			self::assertTrue( '' === $part || ! str_contains( $text, $part ), $where . ' holds a secret' );
		}
	}

	final public function testALinkThatNobodyKnowsIsEmpty(): void {
		$state = (string) array_key_first( static::expectations() );
		self::assertSame( '', $this->connectorIn( $state )->link( 'no-such-link', $this->subjectIn( $state ), $this->connection() ) );
	}

	final public function testProbesProduceExactlyTheKeysOfTheCatalog(): void {
		$catalog = (string) file_get_contents( self::root() . '/system.ts' );
		preg_match_all( "/^\t\t\tkey: '([a-z.-]+)'/m", $catalog, $matches );
		$declared = self::declaredKeys();
		sort( $declared );
		sort( $matches[1] );
		self::assertSame( $matches[1], $declared );
	}

	/** @return list<Finding> One look at each state serves every test. */
	final protected function examine( string $state ): array {
		if ( ! isset( self::$looks[ static::class ][ $state ] ) ) {
			self::$looks[ static::class ][ $state ] = $this->connectorIn( $state )->examine( $this->subjectIn( $state ), $this->connection() );
			$this->afterLook( $state );
		}
		return self::$looks[ static::class ][ $state ];
	}

	/** What else must hold once a state was looked at. */
	protected function afterLook( string $state ): void {}

	/** @return list<string> What the probes' own constants say. */
	private static function declaredKeys(): array {
		$keys = [];
		foreach ( (array) glob( self::root() . '/Probes/*.php' ) as $file ) {
			$class    = 'Causeway\\Systems\\' . static::folder() . '\\Probes\\' . basename( (string) $file, '.php' );
			$produced = class_exists( $class ) ? ( new \ReflectionClass( $class ) )->getConstant( 'PRODUCES' ) : [];
			$keys     = [ ...$keys, ...( is_array( $produced ) ? array_values( $produced ) : [] ) ];
		}
		self::assertNotSame( [], $keys );
		return array_values( array_filter( $keys, 'is_string' ) );
	}

	private static function root(): string {
		return dirname( __DIR__, 4 ) . '/src/systems/' . static::folder();
	}
}
