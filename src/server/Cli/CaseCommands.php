<?php

declare(strict_types=1);

namespace Causeway\Cli;

use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseFile;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Cases\CaseView;
use Causeway\Cases\PersonDiagnosis;
use Causeway\Cases\StepPreview;
use Causeway\Rescue\HeldLock;
use Causeway\Rescue\LoginLock;
use Causeway\Rescue\LoginRehearsal;
use Causeway\Rescue\Refuser;
use Causeway\Support\Reference;

/** `wp causeway diagnose`, `case` and `step`: the same answers as the screens. */
final class CaseCommands {

	private const COLUMNS = [ 'id', 'reference', 'state', 'person', 'cause', 'confidence', 'attempts', 'last_attempt' ];

	/** @param list<LoginLock> $locks */
	public function __construct( private readonly CaseDesk $desk, private readonly CaseView $view, private readonly LoginRehearsal $rehearsal, private readonly array $locks ) {}

	public function register(): void {
		$case = [
			'type'        => 'positional',
			'name'        => 'case',
			'description' => 'Id of the case, or a reference (K7QM-3FXA).',
		];
		\WP_CLI::add_command(
			'causeway diagnose',
			$this->diagnose( ... ),
			[
				'shortdesc' => 'Looks at one person now and says why they cannot log in.',
				'synopsis'  => [
					[
						'type'        => 'positional',
						'name'        => 'person',
						'description' => 'A login name, an e-mail address, a user id or a reference.',
					],
					[
						'type'        => 'assoc',
						'name'        => 'address',
						'optional'    => true,
						'description' => 'Internet address from which the person logs in, to find its locks.',
					],
					[
						'type'        => 'flag',
						'name'        => 'yes',
						'optional'    => true,
						'description' => 'Lift the locks that were found, without asking.',
					],
					CatalogCommands::formatOption(),
				],
			]
		);
		\WP_CLI::add_command(
			'causeway case list',
			$this->list( ... ),
			[
				'shortdesc' => 'Lists cases, newest trouble first.',
				'synopsis'  => [
					[
						'type'        => 'assoc',
						'name'        => 'state',
						'optional'    => true,
						'description' => 'open, diagnosed, fixing, resolved or regressed; several with commas.',
					],
					[
						'type'        => 'assoc',
						'name'        => 'search',
						'optional'    => true,
						'description' => 'A reference, a name or an e-mail address.',
					],
					[
						'type'        => 'flag',
						'name'        => 'unknown-people',
						'optional'    => true,
						'description' => 'Also cases of names that match no account.',
					],
					[
						'type'        => 'assoc',
						'name'        => 'limit',
						'optional'    => true,
						'default'     => '20',
						'description' => '1 to 100.',
					],
					CatalogCommands::formatOption(),
				],
			]
		);
		\WP_CLI::add_command(
			'causeway case get',
			$this->get( ... ),
			[
				'shortdesc' => 'Shows one case as it was last diagnosed.',
				'synopsis'  => [ $case, CatalogCommands::formatOption() ],
			]
		);
		\WP_CLI::add_command(
			'causeway case resolve',
			$this->resolve( ... ),
			[
				'shortdesc' => 'Closes a case without proof.',
				'synopsis'  => [
					$case,
					[
						'type'        => 'assoc',
						'name'        => 'note',
						'optional'    => true,
						'description' => 'Why; kept in the journal.',
					],
				],
			]
		);
		\WP_CLI::add_command(
			'causeway step run',
			$this->run( ... ),
			[
				'shortdesc' => 'Does one step of a case’s fix path.',
				'synopsis'  => [
					$case,
					[
						'type'        => 'positional',
						'name'        => 'step',
						'description' => 'Id of the step.',
					],
					[
						'type'        => 'flag',
						'name'        => 'dry-run',
						'optional'    => true,
						'description' => 'Only say what would change.',
					],
					[
						'type'        => 'flag',
						'name'        => 'yes',
						'optional'    => true,
						'description' => 'Do not ask.',
					],
					CatalogCommands::formatOption(),
				],
			]
		);
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function diagnose( array $arguments, array $options ): void {
		$format = Output::format( $options );
		$needle = trim( $arguments[0] ?? '' );
		if ( '' === $needle ) {
			Output::refuse( 'Say who: a login name, an e-mail address, a user id or a reference.', Output::BAD_ARGUMENTS );
		}
		$answer = $this->desk->diagnosePerson( $needle );
		if ( null === $answer->diagnosis && 'json' !== $format ) {
			Output::refuse( 'Nobody here has this name, address, id or reference.' );
		}
		$address = is_string( $options['address'] ?? null ) ? trim( $options['address'] ) : '';
		if ( '' !== $address && false === filter_var( $address, FILTER_VALIDATE_IP ) ) {
			Output::refuse( '--address is an internet address such as 203.0.113.7.', Output::BAD_ARGUMENTS );
		}
		$user     = get_userdata( $answer->person->userId ?? 0 );
		$refusers = false === $user ? [] : $this->refusers( $user, $address );
		$locks    = false === $user ? [] : $this->locksOf( $user, $address );
		$lifted   = 'table' !== $format && isset( $options['yes'] ) ? $this->lift( $locks, $answer->case ) : [];
		$shape    = static fn ( HeldLock $lock ): array => $lock->toArray();
		$this->show(
			$this->view->person( $answer ) + [
				'login' => [
					'refusedBy' => array_map( static fn ( Refuser $refuser ): array => $refuser->toArray(), $refusers ),
					'locks'     => array_map( $shape, $locks ),
					'lifted'    => array_map( $shape, $lifted ),
				],
			],
			$format
		);
		if ( 'table' === $format && false !== $user ) {
			$this->rescue( $refusers, $locks, $answer->case, $options );
		}
		if ( 'typed-name-only' === $answer->reason && 'table' === $format ) {
			\WP_CLI::line( 'Nobody here has this name or address, but somebody tried to log in with exactly it: look for a misspelling.' );
		}
		if ( null === $answer->diagnosis ) {
			\WP_CLI::halt( Output::COULD_NOT );
		}
	}

	/** @return list<Refuser> */
	private function refusers( \WP_User $user, string $address ): array {
		register_shutdown_function(
			function (): void {
				$asked = $this->rehearsal->asked();
				if ( null !== $asked ) {
					\WP_CLI::warning( Output::plain( "{$asked->component} ended the login in its own way ({$asked->name}): a page of its own, or a redirect. It stands between the password and the site." ) );
				}
			}
		);
		return $this->rehearsal->refusers( $user, $address );
	}

	/** @return list<HeldLock> */
	private function locksOf( \WP_User $user, string $address ): array {
		return array_merge( ...array_map( static fn ( LoginLock $kind ): array => $kind->held( [ $user->user_login, $user->user_email ], $address ), $this->locks ) );
	}

	/**
	 * @param list<HeldLock> $locks
	 * @return list<HeldLock>
	 */
	private function lift( array $locks, ?CaseFile $case ): array {
		foreach ( $locks as $lock ) {
			foreach ( $this->locks as $kind ) {
				$kind->lift( $lock );
			}
			if ( null !== $case ) {
				$this->desk->note( $case, get_current_user_id(), "Lifted the lock that {$lock->plugin} held against {$lock->address}, by WP-CLI." );
			}
		}
		return $locks;
	}

	/**
	 * Says who refuses, and lifts what is safe to lift once somebody says yes.
	 *
	 * @param list<Refuser>        $refusers
	 * @param list<HeldLock>       $locks
	 * @param array<string, mixed> $options
	 */
	private function rescue( array $refusers, array $locks, ?CaseFile $case, array $options ): void {
		if ( [] === $refusers ) {
			\WP_CLI::line( 'With the right password nobody on this site would refuse this person now.' . ( isset( $options['address'] ) ? '' : ' Locks of an address show only with --address.' ) );
		}
		foreach ( $refusers as $refuser ) {
			\WP_CLI::line( Output::plain( sprintf( 'Refused by %s: %s on %s, priority %d, says %s.', '' === $refuser->origin->component ? 'somebody unknown' : $refuser->origin->component, $refuser->origin->name, $refuser->hook, $refuser->priority, implode( ', ', $refuser->codes ) ) ) );
			if ( '' !== $refuser->wayAround() ) {
				\WP_CLI::line( Output::plain( '  ' . $refuser->wayAround() ) );
			}
		}
		foreach ( $locks as $lock ) {
			$told = $lock->toArray();
			\WP_CLI::line( Output::plain( "Locked by {$told['plugin']}: address {$told['address']}, until {$told['until']} UTC." ) );
		}
		if ( [] !== $locks ) {
			\WP_CLI::confirm( 'Lift these locks?', $options );
			\WP_CLI::success( sprintf( 'Lifted %d of them.', count( $this->lift( $locks, $case ) ) ) );
		}
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function list( array $arguments, array $options ): void {
		$format = Output::format( $options );
		$states = [];
		foreach ( array_filter( explode( ',', is_string( $options['state'] ?? null ) ? $options['state'] : '' ) ) as $name ) {
			$states[] = CaseState::tryFrom( trim( $name ) ) ?? Output::refuse( 'States are open, diagnosed, fixing, resolved and regressed.', Output::BAD_ARGUMENTS );
		}
		$limit  = is_string( $options['limit'] ?? null ) && ctype_digit( $options['limit'] ) ? (int) $options['limit'] : ( isset( $options['limit'] ) ? 0 : 20 );
		$search = is_string( $options['search'] ?? null ) ? $options['search'] : '';
		if ( $limit < 1 || $limit > 100 ) {
			Output::refuse( '--limit is a number from 1 to 100.', Output::BAD_ARGUMENTS );
		}
		$page  = $this->desk->list( new CaseQuery( states: $states, search: $search, knownPeopleOnly: ! isset( $options['unknown-people'] ), first: $limit ) );
		$cards = $this->desk->people( $page->cases );
		Output::rows( $format, array_map( fn ( CaseFile $case ): array => $this->row( $case, $cards[ $case->id ]->label ?? '' ), $page->cases ), self::COLUMNS );
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function get( array $arguments, array $options ): void {
		$format    = Output::format( $options );
		$case      = $this->caseOf( $arguments );
		$diagnosis = $this->desk->diagnosisOf( $case );
		$card      = $this->desk->people( [ $case ] )[ $case->id ] ?? null;
		$this->show( $this->view->person( new PersonDiagnosis( $card, $case, $diagnosis?->diagnosis, null, [] ) ), $format );
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function resolve( array $arguments, array $options ): void {
		$case = $this->caseOf( $arguments );
		$isNews = $this->desk->resolve( $case->id, get_current_user_id(), is_string( $options['note'] ?? null ) ? sanitize_textarea_field( $options['note'] ) : '' );
		\WP_CLI::success( sprintf( $isNews ? 'Closed case %d.' : 'Case %d was closed already.', $case->id ) );
	}

	/**
	 * @param list<string>         $arguments
	 * @param array<string, mixed> $options
	 */
	private function run( array $arguments, array $options ): void {
		$format  = Output::format( $options );
		$case    = $this->caseOf( $arguments );
		$preview = $this->desk->previewStep( $case->id, $arguments[1] ?? '', get_current_user_id() );
		if ( ! $preview->canRun() ) {
			Output::refuse( Output::plain( $preview->message ) );
		}
		$isDry = isset( $options['dry-run'] );
		if ( $isDry || ! isset( $options['yes'] ) ) {
			$this->showPreview( $preview, $format );
		}
		if ( $isDry ) {
			return;
		}
		\WP_CLI::confirm( 'Do it?', $options );
		$outcome = $this->desk->runStep( $case->id, $preview->step, get_current_user_id(), $preview->fingerprint );
		if ( 'done' !== $outcome->state ) {
			Output::refuse( Output::plain( $outcome->message ) );
		}
		if ( 'json' === $format ) {
			Output::json(
				[
					'step'      => $outcome->step,
					'state'     => $outcome->state,
					'reason'    => $outcome->reason,
					'message'   => $outcome->message,
					'caseState' => $outcome->caseState?->value,
				]
			);
			return;
		}
		\WP_CLI::success( Output::plain( $outcome->message ) );
	}

	private function showPreview( StepPreview $preview, string $format ): void {
		if ( 'json' === $format ) {
			Output::json(
				[
					'step'        => $preview->step,
					'summary'     => $preview->summary,
					'before'      => (object) $preview->before,
					'after'       => (object) $preview->after,
					'reversible'  => $preview->reversible,
					'fingerprint' => $preview->fingerprint,
				]
			);
			return;
		}
		$rows = [];
		foreach ( array_keys( $preview->before + $preview->after ) as $field ) {
			$rows[] = [
				'field'  => (string) $field,
				'before' => $preview->before[ $field ] ?? '',
				'after'  => $preview->after[ $field ] ?? '',
			];
		}
		if ( 'table' === $format ) {
			\WP_CLI::line( Output::plain( $preview->summary ) );
		}
		Output::rows( $format, $rows, [ 'field', 'before', 'after' ] );
	}

	/**
	 * @param array{login?: array<string, mixed>, person: string|null, case: int|null, reference: string|null, state: string|null, connections: list<array<string, mixed>>, causes: list<array<string, mixed>>, unknown: list<array{what: string, why: string}>} $answer
	 */
	private function show( array $answer, string $format ): void {
		if ( 'json' === $format ) {
			Output::json( $answer );
			return;
		}
		if ( 'table' === $format ) {
			\WP_CLI::line( Output::plain( sprintf( '%s · case %s · reference %s · %s', $answer['person'] ?? '–', $answer['case'] ?? '–', $answer['reference'] ?? '–', $answer['state'] ?? '–' ) ) );
		}
		$rows = [];
		foreach ( $answer['causes'] as $cause ) {
			$why    = is_array( $cause['why'] ?? null ) ? $cause['why'] : [];
			$rows[] = [
				'cause'      => $this->word( $cause['system'] ?? '' ) . '/' . $this->word( $cause['cause'] ?? '' ),
				'confidence' => $this->word( $cause['confidence'] ?? '' ),
				'title'      => $this->word( $cause['title'] ?? '' ),
				'why'        => implode( ' ', array_filter( $why, is_string( ... ) ) ),
			];
		}
		Output::rows( $format, $rows, [ 'cause', 'confidence', 'title', 'why' ] );
		if ( 'table' === $format ) {
			foreach ( $answer['unknown'] as $unknown ) {
				\WP_CLI::line( Output::plain( "Not looked at: {$unknown['what']} {$unknown['why']}" ) );
			}
		}
	}

	/** @return array<string, int|string> */
	private function row( CaseFile $case, string $person ): array {
		return [
			'id'           => $case->id,
			'reference'    => '' === $case->lastReference ? '' : CaseView::dashed( $case->lastReference ),
			'state'        => $case->state->value,
			'person'       => $person,
			'cause'        => '' === $case->cause ? '' : $case->system . '/' . $case->cause,
			'confidence'   => $case->confidence,
			'attempts'     => $case->attemptCount,
			'last_attempt' => gmdate( 'Y-m-d H:i:s', $case->lastAttemptAt ),
		];
	}

	/** @param list<string> $arguments */
	private function caseOf( array $arguments ): CaseFile {
		$given     = trim( $arguments[0] ?? '' );
		$isNumber  = 1 === preg_match( '/^\d{1,18}$/D', $given );
		$reference = Reference::parse( $given );
		if ( ! $isNumber && null === $reference ) {
			Output::refuse( 'A case is named by its number or by a reference such as K7QM-3FXA.', Output::BAD_ARGUMENTS );
		}
		// Eight digits can be either; a reference was read out by somebody, so it goes first.
		return ( null === $reference ? null : $this->desk->findByReference( $reference ) ) ?? ( $isNumber ? $this->desk->find( (int) $given ) : null ) ?? Output::refuse( 'There is no such case.' );
	}

	private function word( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
