<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Vault;

use Causeway\Support\SystemRandomness;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultFault;
use Causeway\Vault\VaultKey;
use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

#[CoversNothing]
final class VaultTest extends TestCase {

	private const SECRET  = 'canary-1000.refresh-token';
	private const CONTEXT = '1:zoho-crm:refresh_token';

	private static function key( string $letter = 'a' ): VaultKey {
		return VaultKey::fromSalts( str_repeat( $letter, 64 ), str_repeat( 'b', 64 ) );
	}

	private static function vault( ?VaultKey $key = null, VaultKey ...$previous ): Vault {
		return new Vault( $key ?? self::key(), array_values( $previous ), new SystemRandomness() );
	}

	private static function reason( callable $attempt ): string {
		try {
			$attempt();
		} catch ( VaultFault $fault ) {
			self::assertStringNotContainsString( 'canary', (string) $fault );
			return $fault->reason;
		}
		return 'no fault';
	}

	public function testWhatWasSealedOpensInItsPlaceOnly(): void {
		$sealed = self::vault()->seal( self::SECRET, self::CONTEXT );
		self::assertMatchesRegularExpression( '/^v1\.[0-9a-f]{8}\.[A-Za-z0-9+\/=]+$/', $sealed );
		self::assertStringNotContainsString( 'canary', $sealed . base64_decode( explode( '.', $sealed )[2] ) );
		self::assertSame( self::SECRET, self::vault()->open( $sealed, self::CONTEXT ) );
		foreach ( [ '2:zoho-crm:refresh_token', '1:other:refresh_token', '1:zoho-crm:client_secret', '' ] as $elsewhere ) {
			self::assertSame( 'tampered', self::reason( static fn () => self::vault()->open( $sealed, $elsewhere ) ), $elsewhere );
		}
	}

	public function testTheSameSecretIsNeverSealedTheSameWay(): void {
		self::assertNotSame( self::vault()->seal( self::SECRET, self::CONTEXT ), self::vault()->seal( self::SECRET, self::CONTEXT ) );
	}

	public function testEveryFlippedBitIsNoticed(): void {
		[ $format, $key, $body ] = explode( '.', self::vault()->seal( self::SECRET, self::CONTEXT ) );
		$bytes                   = (string) base64_decode( $body, true );
		for ( $bit = 0; $bit < 8 * strlen( $bytes ); ++$bit ) {
			$flipped                     = $bytes;
			$flipped[ intdiv( $bit, 8 ) ] = chr( ord( $flipped[ intdiv( $bit, 8 ) ] ) ^ ( 1 << $bit % 8 ) );
			self::assertSame( 'tampered', self::reason( static fn () => self::vault()->open( $format . '.' . $key . '.' . base64_encode( $flipped ), self::CONTEXT ) ), "bit {$bit}" );
		}
	}

	public function testAChangedKeyIsToldAsSuchAndAnOldOneStillOpens(): void {
		$sealed = self::vault( self::key( 'a' ) )->seal( self::SECRET, self::CONTEXT );
		self::assertSame( 'key-changed', self::reason( static fn () => self::vault( self::key( 'c' ) )->open( $sealed, self::CONTEXT ) ) );

		$rotating = self::vault( self::key( 'c' ), self::key( 'a' ) );
		self::assertSame( self::SECRET, $rotating->open( $sealed, self::CONTEXT ) );
		self::assertTrue( $rotating->isOutdated( $sealed ) );
		self::assertFalse( $rotating->isOutdated( $rotating->seal( self::SECRET, self::CONTEXT ) ) );
	}

	public function testAKeyIdOfAnotherKeyDoesNotHelp(): void {
		$parts  = explode( '.', self::vault( self::key( 'a' ) )->seal( self::SECRET, self::CONTEXT ) );
		$forged = $parts[0] . '.' . self::key( 'c' )->id . '.' . $parts[2];
		self::assertSame( 'tampered', self::reason( static fn () => self::vault( self::key( 'a' ), self::key( 'c' ) )->open( $forged, self::CONTEXT ) ) );
	}

	/** @return array<string, array{string}> */
	public static function damaged(): array {
		return [
			'nothing'           => [ '' ],
			'plain text'        => [ self::SECRET ],
			'another format'    => [ 'v2.00000000.AAAA' ],
			'no base64'         => [ 'v1.00000000.%%%' ],
			'too short'         => [ 'v1.00000000.' . base64_encode( 'short' ) ],
			'serialised object' => [ 'O:8:"stdClass":0:{}' ],
		];
	}

	#[DataProvider( 'damaged' )]
	public function testWhatIsNoSealedValueIsNeverTakenForThePlainOne( string $stored ): void {
		self::assertSame( 'unreadable', self::reason( static fn () => self::vault()->open( $stored, self::CONTEXT ) ) );
	}

	public function testWithoutAKeyNothingIsSealed(): void {
		self::assertSame( 'no-key', self::reason( static fn () => ( new Vault( null, [], new SystemRandomness() ) )->seal( self::SECRET, self::CONTEXT ) ) );
	}

	public function testKeysThatEverybodyKnowsOrThatAreShortAreRefused(): void {
		$sample = 'put your unique phrase here';
		self::assertSame( 'no-key', self::reason( static fn () => VaultKey::fromSalts( $sample, $sample ) ) );
		self::assertSame( 'no-key', self::reason( static fn () => VaultKey::fromSalts( '', '' ) ) );
		self::assertSame( 'no-key', self::reason( static fn () => VaultKey::fromConfiguration( 'too short' ) ) );
	}

	public function testAConfiguredKeyIsReadInEachOfItsSpellings(): void {
		$bytes = str_repeat( "\x01\xFE", 16 );
		self::assertSame( VaultKey::fromConfiguration( bin2hex( $bytes ) )->id, VaultKey::fromConfiguration( base64_encode( $bytes ) )->id );
		self::assertNotSame( VaultKey::fromConfiguration( bin2hex( $bytes ) )->id, VaultKey::fromConfiguration( str_repeat( 'any text ', 8 ) )->id );
	}

	public function testAKeyIsNeverShownNorSerialised(): void {
		$key = VaultKey::fromConfiguration( 'canary-' . str_repeat( 'x', 40 ) );
		ob_start();
		var_dump( $key, self::vault( $key ) ); // phpcs:ignore Generic.PHP.ForbiddenFunctions.Found -- what it shows is what is tested.
		$shown = (string) ob_get_clean();
		self::assertStringNotContainsString( 'canary', $shown );
		self::assertStringNotContainsString( $key->bytes(), $shown );
		$this->expectException( \LogicException::class );
		serialize( $key );
	}
}
