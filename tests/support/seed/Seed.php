<?php

declare(strict_types=1);

namespace Causeway\Tests\Support\Seed;

use Causeway\Cases\CaseFile;
use Causeway\Connector\Subject;
use Causeway\Tests\Unit\Systems\Lab;

/** Plants people, real cases of every cause in the lab, marked copies and incidents on an empty site. */
final class Seed {

	private const INCIDENTS = 6;

	/** Copies that make an incident of a case: enough whether one person or everybody is concerned, or people help themselves. */
	private const COPIES_OF_INCIDENT = 11;

	private const FIRST_NAMES = [ 'Ada', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo', 'Jonas', 'Katya', 'Luís', 'Mireille', 'Noor', 'Ola', 'Priya', 'Quentin', 'Rosa', 'Søren', 'Tariq' ];

	private const LAST_NAMES = [ 'Abenov', 'Brandt', 'Castellano', 'Dvořák', 'Eriksen', 'Fontaine', 'García', 'Holm', 'Ito', 'Jansen', 'Kowalski', 'Lindqvist', 'Moreau', 'Novak', 'Okafor', 'Petrov', 'Quispe', 'Rossi', 'Schmidt', 'Tanaka' ];

	/** @param \Closure(string): void $tell */
	public function __construct( private readonly Site $site, private readonly \Closure $tell ) {}

	/**
	 * @param list<string> $only Ids of systems; empty for all.
	 * @return array{people: int, connections: int, cases: int, scenes: int, real: int, copies: int, incidents: int, missed: list<string>}
	 */
	public function plant( int $people, int $cases, array $only ): array {
		add_filter( 'pre_wp_mail', '__return_true' );
		add_filter( 'send_email_change_email', '__return_false' );
		// bcrypt at its least cost: nobody has to guess these people's passwords for long.
		add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );
		wp_defer_term_counting( true );
		$systems = [] === $only ? LabScenes::SYSTEMS : $only;
		$scenes  = 0;
		$real    = [];
		$missed  = [];
		foreach ( $systems as $system ) {
			$lab   = Lab::of( $system );
			$begun = microtime( true );
			$found = 0;
			foreach ( LabScenes::of( $system, $lab ) as $cause => [ $subject, $orders, $symptoms, $connection ] ) {
				++$scenes;
				$lab->reset();
				$lab->play( ...$orders );
				$this->site->connectOnly( $connection );
				$userId = $this->person( $subject, $scenes );
				$this->site->link( $userId, $subject, $connection->id );
				$case = $this->site->refuse( $userId, $symptoms[0] ?? '' );
				$this->release( $userId, $scenes );
				if ( null === $case || $system !== $case->system || $cause !== $case->cause ) {
					$missed[] = sprintf( '%s/%s became %s.', $system, $cause, null === $case ? 'no case' : "{$case->system}/{$case->cause}" );
					continue;
				}
				++$found;
				$real[] = $case;
			}
			$lab->reset();
			( $this->tell )( sprintf( '%s: %d causes in %.1f s', $system, $found, microtime( true ) - $begun ) );
		}
		foreach ( $systems as $at => $system ) {
			$connection = LabScenes::plainConnection( $system, Lab::of( $system ) );
			0 === $at ? $this->site->connectOnly( $connection ) : $this->site->connect( $connection );
		}
		$begun = microtime( true );
		$extra = $this->crowd( $people - $scenes );
		( $this->tell )( sprintf( '%d more people in %.1f s', count( $extra ), microtime( true ) - $begun ) );
		$copies    = $this->copies( $real, $extra, $cases - $this->site->count( 'cases' ) );
		$incidents = $this->site->gatherIncidents();
		if ( self::INCIDENTS !== $incidents ) {
			$missed[] = sprintf( '%d incidents instead of %d.', $incidents, self::INCIDENTS );
		}
		return [
			'people'      => $scenes + count( $extra ),
			'connections' => $this->site->count( 'connections' ),
			'cases'       => $this->site->count( 'cases' ),
			'scenes'      => $scenes,
			'real'        => count( $real ),
			'copies'      => $copies,
			'incidents'   => $incidents,
			'missed'      => $missed,
		];
	}

	/** The user of a scene, with the address by which the lab knows them. */
	private function person( Subject $subject, int $number ): int {
		$there = '' === $subject->email ? false : get_user_by( 'email', $subject->email );
		if ( $there instanceof \WP_User ) {
			throw new \RuntimeException( "{$subject->email} is somebody of this site already." );
		}
		[ $first, $last ] = [ self::FIRST_NAMES[ $number % 20 ], self::LAST_NAMES[ intdiv( $number, 20 ) % 20 ] ];
		return $this->user( "scene.{$number}", $subject->email, $first, $last );
	}

	/** The next scene may be of the same person in the lab: there a person has one address, here each case a person of its own. */
	private function release( int $userId, int $number ): void {
		global $wpdb;
		$user = get_userdata( $userId );
		if ( false === $user || '' === $user->user_email ) {
			return;
		}
		$wpdb->update( $wpdb->users, [ 'user_email' => str_replace( '@', ".{$number}@", $user->user_email ) ], [ 'ID' => $userId ] );
		clean_user_cache( $userId );
	}

	/** @return list<int> */
	private function crowd( int $number ): array {
		$ids = [];
		for ( $at = 1; $at <= $number; ++$at ) {
			$ids[] = $this->user( "person.{$at}", "person.{$at}@northwind.example", self::FIRST_NAMES[ $at % 20 ], self::LAST_NAMES[ intdiv( $at, 20 ) % 20 ] );
		}
		return $ids;
	}

	private function user( string $login, string $email, string $first, string $last ): int {
		$made = wp_insert_user(
			[
				'user_login'   => $login,
				'user_email'   => $email,
				'user_pass'    => wp_generate_password( 24 ),
				'first_name'   => $first,
				'last_name'    => $last,
				'display_name' => "{$first} {$last}",
				'role'         => 'subscriber',
			]
		);
		if ( is_wp_error( $made ) ) {
			throw new \RuntimeException( "{$login}: {$made->get_error_message()}" );
		}
		return $made;
	}

	/**
	 * Six cases become incidents of the last hour; what is left of the number is spread over the last month.
	 *
	 * @param list<CaseFile> $real
	 * @param list<int>      $people Each is copied to at most once.
	 */
	private function copies( array $real, array $people, int $number ): int {
		$now  = time();
		$made = 0;
		mt_srand( 7 );
		$crowded = [];
		foreach ( $real as $at => $case ) {
			// Evenly from all systems; what is only possible is no incident yet.
			if ( count( $crowded ) < self::INCIDENTS && 'possible' !== $case->confidence && $at >= count( $crowded ) * count( $real ) / self::INCIDENTS ) {
				$crowded[] = $case;
			}
		}
		foreach ( $crowded as $case ) {
			for ( $of = 0; $of < self::COPIES_OF_INCIDENT && $made < $number && [] !== $people; ++$of, ++$made ) {
				$this->site->copy( $case, (int) array_shift( $people ), $now - mt_rand( 60, 1_500 ) );
			}
		}
		while ( $made < $number && [] !== $people && [] !== $real ) {
			$case = $real[ $made * 7 % count( $real ) ];
			if ( in_array( $case, $crowded, true ) ) {
				$case = $real[ ( $made * 7 + 1 ) % count( $real ) ];
			}
			$this->site->copy( $case, (int) array_shift( $people ), $now - mt_rand( 2 * HOUR_IN_SECONDS, 28 * DAY_IN_SECONDS ) );
			++$made;
		}
		return $made;
	}
}
