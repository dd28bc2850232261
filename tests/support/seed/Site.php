<?php

declare(strict_types=1);

namespace Causeway\Tests\Support\Seed;

use Causeway\Background\Runner;
use Causeway\Connector\Connection;
use Causeway\Connector\ConnectionDraft;
use Causeway\Connector\ConnectionStore;
use Causeway\Cases\CaseFile;
use Causeway\Cases\CaseStore;
use Causeway\Cases\JobNames;
use Causeway\Cases\Journal;
use Causeway\Cases\JournalEntry;
use Causeway\Cases\LinkStore;
use Causeway\Cases\PersonLink;
use Causeway\Cases\WorkList;
use Causeway\Connector\Subject;
use Causeway\Storage\AttemptTable;
use Causeway\Storage\Database;
use Causeway\Support\LoginNameHash;
use Causeway\Support\Reference;
use Causeway\Support\SystemRandomness;
use Causeway\Wiring;

/** Causeway on this site, as far as a seed needs it: the parts that the plugin itself is put together from. */
final class Site {

	/** What an earlier scene leaves behind and a later one must not meet: a vendor that is spared, work that waits. */
	private const BETWEEN_SCENES = [ 'breakers', 'limits', 'locks', 'jobs' ];

	private Wiring $wiring;

	public function __construct( private readonly string $file ) {
		$this->wiring = new Wiring( $file );
	}

	/** Null where the plugin is not active. */
	public static function here(): ?self {
		foreach ( wp_get_active_and_valid_plugins() as $file ) {
			if ( 'causeway' === basename( dirname( $file ) ) && class_exists( Wiring::class ) ) {
				return new self( $file );
			}
		}
		return null;
	}

	/** Why this site is not to be seeded; '' where it may be. */
	public function whyNot(): string {
		return match ( true ) {
			'' === (string) getenv( 'CAUSEWAY_LAB' ) => 'The lab is not running: start it with `npm run lab -- --json` and put the line that it prints into CAUSEWAY_LAB.',
			! defined( 'CAUSEWAY_ALLOW_LOCAL_ENDPOINTS' ) || true !== constant( 'CAUSEWAY_ALLOW_LOCAL_ENDPOINTS' ) => 'Only a site that may reach the lab on this machine can be seeded: it defines CAUSEWAY_ALLOW_LOCAL_ENDPOINTS.',
			$this->count( 'cases' ) + $this->count( 'attempts' ) > 0 => 'This site has cases already. Only an empty one is seeded.',
			default => '',
		};
	}

	public function count( string $table ): int {
		return (int) $this->database()->value( "SELECT COUNT(*) FROM {$this->database()->table( $table )} WHERE site_id = %d", $this->database()->siteId() );
	}

	/** The one connection of the next scene. */
	public function connectOnly( Connection $connection ): void {
		$this->wiring = new Wiring( $this->file ); // What was read of a vendor is remembered for a request.
		foreach ( $this->connections()->all() as $other ) {
			$this->connections()->delete( $other->id );
		}
		foreach ( self::BETWEEN_SCENES as $table ) {
			$this->database()->run( "DELETE FROM {$this->database()->table( $table )} WHERE site_id = %d", $this->database()->siteId() );
		}
		$this->connect( $connection );
	}

	public function connect( Connection $connection ): void {
		$this->connections()->save( new ConnectionDraft( $connection->id, $connection->system, $connection->fields, $connection->secrets, $connection->mayWrite ) );
	}

	/** What was known of the person while things worked. */
	public function link( int $userId, Subject $subject, string $connection ): void {
		if ( '' === $subject->contactId && '' === $subject->accountId ) {
			return;
		}
		$hash = $this->part( 'loginNames', LoginNameHash::class );
		$user = get_userdata( $userId );
		$this->part( 'links', LinkStore::class )->save( new PersonLink( $connection, $userId, 0, $hash->of( false === $user ? '' : $user->user_login ), $hash->of( $subject->email ), $subject->contactId, $subject->accountId, time() - DAY_IN_SECONDS ) );
	}

	/** One refused attempt, then everything that the background makes of it. */
	public function refuse( int $userId, string $symptom ): ?CaseFile {
		$this->part( 'attempts', AttemptTable::class )->note( $userId, 'portal-page', '', $symptom, time() );
		$this->part( 'workList', WorkList::class )->add( JobNames::INTAKE );
		$this->part( 'runner', Runner::class )->work( 30.0 );
		return $this->cases()->ofPerson( 'user:' . $userId );
	}

	/**
	 * A copy of a case for another person, marked as one in its journal.
	 *
	 * @param int $at When the person was refused; Unix seconds.
	 */
	public function copy( CaseFile $case, int $userId, int $at ): CaseFile {
		$user  = get_userdata( $userId );
		$label = false === $user ? '' : $user->display_name;
		$copy  = $this->cases()->open( 'user:' . $userId, $userId, 0, $label, false === $user ? [] : [ $user->user_login, $user->user_email ], $at );
		$table = fn ( string $name ): string => $this->database()->table( $name );
		$site  = $this->database()->siteId();
		$this->database()->run(
			"INSERT INTO {$table( 'attempts' )} (site_id, reference, occurred_at, entry, user_id, symptom, shown_symptom, state, case_id)
			SELECT site_id, %s, %d, entry, %d, symptom, shown_symptom, 'explained', %d FROM {$table( 'attempts' )} WHERE site_id = %d AND case_id = %d ORDER BY id LIMIT 1",
			Reference::random( new SystemRandomness() )->letters(),
			$at,
			$userId,
			$copy->id,
			$site,
			$case->id
		);
		$this->database()->run( "INSERT INTO {$table( 'diagnoses' )} (site_id, case_id, made_at, catalog_version, body) SELECT site_id, %d, %d, catalog_version, body FROM {$table( 'diagnoses' )} WHERE id = %d AND site_id = %d", $copy->id, $at + 5, $case->diagnosisId, $site );
		$diagnosis = (int) $this->database()->value( "SELECT MAX(id) FROM {$table( 'diagnoses' )} WHERE case_id = %d AND site_id = %d", $copy->id, $site );
		$this->cases()->recount( $copy->id );
		$this->cases()->noteRole( $copy->id, 'subscriber' );
		$this->cases()->describe( $copy->id, $diagnosis, $case->system, $case->cause, $case->confidence, $at + 5 );
		$this->cases()->move( $copy->id, [ $copy->state ], $case->state, $at + 5 );
		$this->part( 'journal', Journal::class )->append( new JournalEntry( 0, $copy->id, $at, 0, 'opened', '', "Copy of case {$case->id}, made by wp causeway seed." ) );
		return $this->cases()->find( $copy->id ) ?? $copy;
	}

	/** Looks for incidents as the background does, then leaves no work: a look at a lab that has moved on would undo what was seeded. */
	public function gatherIncidents(): int {
		$this->part( 'workList', WorkList::class )->add( JobNames::INCIDENTS );
		$this->part( 'runner', Runner::class )->work( 60.0 );
		$this->database()->run( "DELETE FROM {$this->database()->table( 'jobs' )} WHERE site_id = %d", $this->database()->siteId() );
		return $this->count( 'incidents' );
	}

	private function cases(): CaseStore {
		return $this->part( 'cases', CaseStore::class );
	}

	private function connections(): ConnectionStore {
		return $this->part( 'connections', ConnectionStore::class );
	}

	private function database(): Database {
		return $this->part( 'database', Database::class );
	}

	/**
	 * Wiring keeps its parts to itself, since no code that ships may reach around the rooms; this does not ship.
	 *
	 * @template T of object
	 * @param class-string<T> $class
	 * @return T
	 */
	private function part( string $name, string $class ): object {
		$part = ( fn (): object => $this->{$name}() )->call( $this->wiring );
		assert( $part instanceof $class );
		return $part;
	}
}
