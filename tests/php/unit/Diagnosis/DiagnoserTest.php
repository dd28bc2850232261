<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Diagnosis;

use Causeway\Diagnosis\CausePresenter;
use Causeway\Diagnosis\Confidence;
use Causeway\Diagnosis\Diagnoser;
use Causeway\Diagnosis\Diagnosis;
use Causeway\Diagnosis\Facts;
use Causeway\Diagnosis\RankedCause;
use Causeway\Diagnosis\RuledOutCause;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class DiagnoserTest extends TestCase {

	private const REFUSED = [ 'catalyst-connect:contact-your-administrator' ];

	/** The state of a person whom nothing keeps out. */
	private const HEALTHY = [
		'connection.reachable'                        => true,
		'connection.authorised'                       => true,
		'connection.scopes'                           => true,
		'quota.available'                             => true,
		'contact.linked'                              => true,
		'contact.exists'                              => true,
		'contact.in-recycle-bin'                      => false,
		'contact.permanently-deleted'                 => false,
		'contact.merged'                              => false,
		'contact.has-email'                           => true,
		'contact.email-matches'                       => true,
		'contact.has-account'                         => true,
		'username-field.mapped'                       => true,
		'username-field.exists'                       => true,
		'username-field.unused'                       => false,
		'username-field.visible'                      => true,
		'username.filled'                             => true,
		'catalyst-connect:portal.present'             => true,
		'catalyst-connect:portal.connected'           => true,
		'catalyst-connect:portal-user.exists'         => true,
		'catalyst-connect:portal-user.active'         => true,
		'catalyst-connect:portal-user.pending'        => false,
		'catalyst-connect:portal-user.awaiting-approval' => false,
		'catalyst-connect:portal-call.seen'           => true,
		'catalyst-connect:portal-call.ok'             => true,
		'catalyst-connect:portal-call.not-found'      => false,
		'catalyst-connect:portal-call.unauthorised'   => false,
		'catalyst-connect:portal-call.scope-missing'  => false,
		'catalyst-connect:portal-call.forbidden'      => false,
		'catalyst-connect:portal-call.throttled'      => false,
		'catalyst-connect:portal-call.timed-out'      => false,
		'catalyst-connect:portal-call.unreachable'    => false,
		'catalyst-connect:portal-call.server-fault'   => false,
		'catalyst-connect:portal-call.malformed'      => false,
		'catalyst-connect:portal-call.token-refused'  => false,
		'catalyst-connect:portal-call.token-rate-limited' => false,
		'catalyst-connect:portal-data-centre.matches' => true,
		'wordpress:user.exists'                       => true,
		'wordpress:user.is-member'                    => true,
		'wordpress:user.is-spam'                      => false,
	];

	public function testFindsNoCauseWhereNothingIsWrong(): void {
		self::assertSame( [], self::diagnose( self::HEALTHY, self::REFUSED )->causes );
	}

	/** @param array<string, bool> $changes */
	#[DataProvider( 'oneThingWrong' )]
	public function testIsCertainWhereExactlyOneThingIsWrong( array $changes, string $cause ): void {
		$first = self::diagnose( [ ...self::HEALTHY, ...$changes ], self::REFUSED )->causes[0] ?? null;
		self::assertNotNull( $first );
		self::assertSame( $cause, $first->ref() );
		self::assertSame( Confidence::Certain, $first->confidence, implode( ' | ', $first->against ) );
		self::assertNotSame( [], $first->why );
		self::assertNotSame( [], $first->evidence );
	}

	/** @return iterable<string, array{array<string, bool>, string}> */
	public static function oneThingWrong(): iterable {
		$call = static fn ( string $key ): array => [
			'catalyst-connect:portal-call.ok'  => false,
			'catalyst-connect:portal-call.' . $key => true,
		];
		$gone = [ ...$call( 'not-found' ), 'contact.exists' => false ];
		yield 'in the bin' => [ [ ...$gone, 'contact.in-recycle-bin' => true ], 'zoho-crm/contact-in-recycle-bin' ];
		yield 'deleted for good' => [ [ ...$gone, 'contact.permanently-deleted' => true ], 'zoho-crm/contact-permanently-deleted' ];
		yield 'merged away' => [ [ ...$gone, 'contact.in-recycle-bin' => true, 'contact.merged' => true ], 'zoho-crm/contact-merged-away' ];
		yield 'no company' => [ [ 'contact.has-account' => false ], 'zoho-crm/contact-without-account' ];
		yield 'no address' => [ [ 'contact.has-email' => false ], 'zoho-crm/contact-without-email' ];
		yield 'field deleted' => [ [ 'username-field.exists' => false ], 'zoho-crm/username-field-deleted' ];
		yield 'field unused' => [ [ 'username-field.unused' => true ], 'zoho-crm/username-field-unused' ];
		yield 'credits gone' => [ [ ...$call( 'throttled' ), 'quota.available' => false ], 'zoho-crm/crm-credits-exhausted' ];
		yield 'too many at once' => [ $call( 'throttled' ), 'catalyst-connect/portal-crm-busy' ];
		yield 'token revoked' => [ $call( 'token-refused' ), 'catalyst-connect/portal-token-revoked' ];
		yield 'token dead' => [ $call( 'unauthorised' ), 'catalyst-connect/portal-token-revoked' ];
		yield 'token requests limited' => [ [ ...$call( 'token-refused' ), 'catalyst-connect:portal-call.token-rate-limited' => true ], 'catalyst-connect/portal-token-rate-limited' ];
		yield 'scope missing' => [ $call( 'scope-missing' ), 'catalyst-connect/portal-scope-missing' ];
		yield 'forbidden' => [ $call( 'forbidden' ), 'catalyst-connect/portal-scope-missing' ];
		yield 'timed out' => [ $call( 'timed-out' ), 'catalyst-connect/portal-call-timed-out' ];
		yield 'unreachable' => [ $call( 'unreachable' ), 'catalyst-connect/portal-crm-unreachable' ];
		yield 'server fault' => [ $call( 'server-fault' ), 'catalyst-connect/portal-crm-server-fault' ];
		yield 'no JSON' => [ $call( 'malformed' ), 'catalyst-connect/portal-crm-server-fault' ];
		yield 'wrong data centre' => [ [ ...$call( 'token-refused' ), 'catalyst-connect:portal-data-centre.matches' => false ], 'catalyst-connect/portal-wrong-data-centre' ];
	}

	public function testDoesNotBlameThePortalsCredentialsForThisSitesOwn(): void {
		$facts = array_map( static fn (): string => 'unknown', self::HEALTHY );
		/** @var array<string, bool|'unknown'> $facts */
		$facts     = [ ...$facts, 'connection.reachable' => true, 'connection.authorised' => false ];
		$diagnosis = self::diagnose( $facts, self::REFUSED );
		foreach ( $diagnosis->causes as $cause ) {
			self::assertSame( Confidence::Possible, $cause->confidence, $cause->ref() );
		}
		self::assertSame( 'zoho-crm/connection-refused', $diagnosis->causes[0]->ref() );
		self::assertNotSame( [], $diagnosis->unknown );
	}

	public function testKeepsWhatWasShownAboveWhatIsAlsoWrong(): void {
		$facts     = [ ...self::HEALTHY, 'contact.exists' => false, 'contact.in-recycle-bin' => true ];
		$diagnosis = self::diagnose( $facts, [ 'wordpress:incorrect-password' ] );
		self::assertSame( [ 'wordpress/wrong-password', 'zoho-crm/contact-in-recycle-bin' ], array_map( static fn ( RankedCause $cause ): string => $cause->ref(), $diagnosis->causes ) );
	}

	public function testLetsNoSentenceThatStandsForSeveralCausesGoBeforeOneThatMeansOneThing(): void {
		$catalog = SmallCatalog::with(
			[
				'masked'   => [
					'when'     => [ 'symptom' => 'mask' ],
					'shows'    => [ 'mask' ],
					'outranks' => [ 'too-many' ],
				],
				'too-many' => [
					'when'  => [ 'symptom' => 'locked-out' ],
					'shows' => [ 'locked-out' ],
				],
			],
			[
				'mask'       => [ 'isOpaque' => true ],
				'locked-out' => [],
			]
		);
		$causes  = ( new Diagnoser( $catalog ) )->diagnose( new Facts( [], [ 'shop:mask', 'shop:locked-out' ] ) )->causes;
		self::assertSame( [ 'shop/too-many', 'shop/masked' ], array_map( static fn ( RankedCause $cause ): string => $cause->ref(), $causes ) );
		self::assertSame( [ Confidence::Likely, Confidence::Possible ], array_column( $causes, 'confidence' ) );
	}

	public function testSaysWhyRivalsAreRuledOut(): void {
		$diagnosis = self::diagnose( [ ...self::HEALTHY, 'contact.has-account' => false ], self::REFUSED );
		$ruledOut  = [];
		foreach ( $diagnosis->ruledOut as $cause ) {
			$ruledOut[ $cause->system . '/' . $cause->cause ] = $cause->because;
		}
		self::assertSame( [ 'The contact is not in Zoho CRM’s recycle bin.' ], $ruledOut['zoho-crm/contact-in-recycle-bin'] ?? null );
		self::assertArrayHasKey( 'zoho-crm/crm-credits-exhausted', $ruledOut );
	}

	public function testSurvivesBeingStored(): void {
		$diagnosis = self::diagnose( [ ...self::HEALTHY, 'contact.has-account' => false, 'contact.merged' => 'unknown' ], self::REFUSED );
		/** @var array<mixed> $stored */
		$stored = json_decode( (string) json_encode( $diagnosis->toArray() ), true );
		self::assertSame( $diagnosis->toArray(), Diagnosis::fromArray( $stored )->toArray() );
		self::assertInstanceOf( RuledOutCause::class, Diagnosis::fromArray( $stored )->ruledOut[0] );
		self::assertSame( [], Diagnosis::fromArray( [ 'causes' => [ 'x', [ 'confidence' => 'surely' ] ] ] )->causes );
	}

	public function testPresentsOnlyTheStepsThatApply(): void {
		$catalog = BuiltCatalog::load();
		$steps   = static function ( bool|string $changed ) use ( $catalog ): array {
			$facts  = BuiltCatalog::facts( 'wordpress', [ 'user.exists' => true, 'password.recently-changed' => is_bool( $changed ) ? $changed : 'unknown' ], [ 'incorrect-password' ] );
			$ranked = ( new Diagnoser( $catalog ) )->diagnose( $facts )->causes[0];
			$asked  = [];
			$shown  = ( new CausePresenter( $catalog ) )->present(
				$ranked,
				static function ( string $link, string $system ) use ( &$asked ): ?array {
					$asked[] = $system . ':' . $link;
					return null;
				}
			);
			self::assertSame( [ 'wordpress:user' ], $asked );
			return array_column( $shown['fixPath'], 'step' );
		};
		self::assertSame( [ 'point-to-reset', 'mention-new-password', 'send-reset-link' ], $steps( true ) );
		self::assertSame( [ 'point-to-reset', 'send-reset-link' ], $steps( false ) );
		self::assertSame( [ 'point-to-reset', 'send-reset-link' ], $steps( 'unknown' ) );
	}

	/**
	 * @param array<string, bool|'unknown'> $findings
	 * @param list<string>                  $symptoms
	 */
	private static function diagnose( array $findings, array $symptoms ): Diagnosis {
		return ( new Diagnoser( BuiltCatalog::load() ) )->diagnose( BuiltCatalog::facts( 'zoho-crm', $findings, $symptoms ) );
	}
}
