<?php

declare(strict_types=1);

namespace Causeway\GraphQL;

use Causeway\Audit\AuditDesk;
use Causeway\Audit\PersonAtRisk;
use Causeway\Background\Kicks;
use Causeway\Capture\StormReport;
use Causeway\Cases\AttemptRecord;
use Causeway\Cases\BulkDesk;
use Causeway\Cases\CaseDesk;
use Causeway\Cases\CaseFile;
use Causeway\Cases\CasePage;
use Causeway\Cases\CaseQuery;
use Causeway\Cases\CaseState;
use Causeway\Cases\CaseView;
use Causeway\Cases\FlightDesk;
use Causeway\Cases\DiagnosisRecord;
use Causeway\Cases\IncidentCover;
use Causeway\Cases\JournalEntry;
use Causeway\Cases\JournalKind;
use Causeway\Cases\PersonCard;
use Causeway\Cases\PortalPages;
use Causeway\Cases\ReplyDesk;
use Causeway\Cases\RoleSettings;
use Causeway\Cases\SiteSettings;
use Causeway\Connections\ConnectionDesk;
use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\PortalDirectory;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\RuledOutCause;
use Causeway\Diagnosis\SystemRule;
use Causeway\Incidents\BulkRun;
use Causeway\Incidents\Incident;
use Causeway\Incidents\IncidentDesk;
use Causeway\Support\Finding;
use Causeway\Support\Reference;
use Closure;

/**
 * The schema's fields as plain arrays. What costs a query stands in a closure and is asked only where the question names it.
 *
 * @phpstan-type Fields array<string, mixed>
 */
final class ReadModel {

	/** What the timeline shows under one name, although the journal tells it apart. */
	private const TIMELINE_KINDS = [
		'step-begun'  => 'step',
		'step-done'   => 'step',
		'step-failed' => 'step',
		'step-undone' => 'undone',
		'mail-failed' => 'mail',
		'not-yet'     => 'verified',
	];

	/** @var array<int, Fields|null> Diagnoses that this answer has shown already, by case: several fields are read from the same one. */
	private array $diagnoses = [];

	/** @param Closure(): ?StormReport $storm Null in calm weather. */
	public function __construct(
		private readonly CaseDesk $desk,
		private readonly CaseView $view,
		private readonly ConnectionDesk $connections,
		private readonly Catalog $catalog,
		private readonly Kicks $kicks,
		private readonly IncidentDesk $incidents,
		private readonly IncidentCover $cover,
		private readonly AuditDesk $audits,
		private readonly CatalogModel $entries,
		private readonly ReplyDesk $replies,
		private readonly SiteSettings $settings,
		private readonly RoleSettings $roles,
		private readonly PortalPages $pages,
		private readonly PortalDirectory $portal,
		private readonly BulkDesk $bulk,
		private readonly NoticeModel $notices,
		private readonly FlightDesk $flights,
		private readonly Closure $storm,
	) {}

	/** @return Fields The fields of `Query`. */
	public function root(): array {
		return [
			'case'        => fn ( mixed $root, array $arguments ): ?array => $this->oneCase( $arguments ),
			'cases'       => fn ( mixed $root, array $arguments ): array => $this->cases( $arguments ),
			'caseRun'     => fn (): ?array => current_user_can( 'causeway_manage_cases' ) ? $this->caseRun() : null,
			'roles'       => $this->roles->roles( ... ),
			'incident'    => fn ( mixed $root, array $arguments ): ?array => $this->oneIncident( is_int( $arguments['id'] ?? null ) ? $arguments['id'] : 0 ),
			'incidents'   => fn ( mixed $root, array $arguments ): array => $this->incidents( $arguments ),
			'people'      => fn ( mixed $root, array $arguments ): array => $this->people( $arguments ),
			'audit'       => $this->audit( ... ),
			'connections' => fn (): array => array_map( $this->connection( ... ), $this->connections->all() ),
			'systems'     => fn (): array => array_map( $this->system( ... ), $this->catalog->systems() ),
			'overview'    => $this->overview( ... ),
			...$this->entries->root(),
			...$this->notices->root(),
			'setup'       => $this->setup( ... ),
			'journal'     => fn ( mixed $root, array $arguments ): array => $this->journal( $arguments ),
			'settings'    => fn (): ?array => current_user_can( 'causeway_manage_settings' ) ? $this->settings() : null,
		];
	}

	/**
	 * @param array<mixed> $arguments
	 * @return Fields|null
	 */
	private function oneCase( array $arguments ): ?array {
		$id        = $arguments['id'] ?? null;
		$reference = is_string( $arguments['reference'] ?? null ) ? Reference::parse( $arguments['reference'] ) : null;
		$case      = match ( true ) {
			is_int( $id )          => $this->desk->find( $id ),
			null !== $reference    => $this->desk->findByReference( $reference ),
			default                => null,
		};
		if ( null === $case ) {
			return null;
		}
		// Somebody watches this case: whatever is due for it may be done in this request, after its answer.
		$this->kicks->afterPoll();
		return $this->case( $case, $this->desk->people( [ $case ] )[ $case->id ] ?? null );
	}

	/**
	 * @param array<mixed> $arguments
	 * @return Fields
	 */
	private function cases( array $arguments ): array {
		$filter = is_array( $arguments['filter'] ?? null ) ? $arguments['filter'] : [];
		$text   = static fn ( mixed $value ): string => is_string( $value ) ? $value : '';
		$states = [];
		foreach ( is_array( $filter['states'] ?? null ) ? $filter['states'] : [] as $state ) {
			$states[] = CaseState::from( $text( $state ) );
		}
		$first = is_int( $arguments['first'] ?? null ) ? $arguments['first'] : 20;
		$after = $text( $arguments['after'] ?? '' );
		if ( '' !== $after && null === CasePage::readCursor( $after ) ) {
			throw new Refusal( __( 'This page of the list is no longer there. Start again from the top.', 'causeway' ) );
		}
		$page  = $this->desk->list(
			new CaseQuery(
				$states,
				$text( $filter['cause'] ?? '' ),
				$text( $filter['system'] ?? '' ),
				mb_substr( trim( $text( $filter['search'] ?? '' ) ), 0, 100 ),
				false !== ( $filter['knownPeopleOnly'] ?? true ),
				max( 1, min( 100, $first ) ),
				$after,
				is_int( $filter['incident'] ?? null ) ? $filter['incident'] : 0,
				$text( $filter['role'] ?? '' ),
				is_int( $filter['since'] ?? null ) ? max( 0, $filter['since'] ) : 0,
				'oldest' === ( $arguments['order'] ?? '' )
			)
		);
		$cards = $this->desk->people( $page->cases );
		return [
			'edges'      => array_map(
				fn ( CaseFile $case ): array => [
					'cursor' => CasePage::cursorOf( $case ),
					'node'   => $this->case( $case, $cards[ $case->id ] ?? null ),
				],
				$page->cases
			),
			'pageInfo'   => [
				'hasNextPage' => $page->hasNextPage,
				'endCursor'   => $page->endCursor(),
			],
			'totalCount' => $page->totalCount,
		];
	}

	/** @return Fields|null */
	private function caseRun(): ?array {
		$run = $this->bulk->last();
		if ( null === $run ) {
			return null;
		}
		if ( 0 === $run->finishedAt ) {
			$this->kicks->afterPoll();
		}
		return [
			'action'     => $run->action->value,
			'startedAt'  => $run->startedAt,
			'finishedAt' => 0 === $run->finishedAt ? null : $run->finishedAt,
			'total'      => $run->total,
			'done'       => $run->done,
			'failed'     => function () use ( $run ): array {
				$files = $this->desk->findAll( array_column( $run->failed, 'case' ) );
				$cards = $this->desk->people( $files );
				return array_map( static fn ( array $one ): array => [ ...$one, 'label' => $cards[ $one['case'] ]->label ?? '' ], $run->failed );
			},
			'by'         => fn (): string => $this->nameOf( $run->actor ),
		];
	}

	/**
	 * @param array<mixed> $arguments
	 * @return Fields
	 */
	private function people( array $arguments ): array {
		$first = max( 1, min( 100, is_int( $arguments['first'] ?? null ) ? $arguments['first'] : 20 ) );
		$found = $this->audits->atRisk( is_string( $arguments['cause'] ?? null ) ? $arguments['cause'] : '', self::numberAfter( $arguments ), min( 100, $first + 1 ) );
		$page  = array_slice( $found, 0, $first );
		$last  = end( $page );
		// Whether somebody's profile may be opened is asked of each of them: they are read together.
		cache_users( array_values( array_filter( array_map( static fn ( PersonAtRisk $person ): int => $person->userId, $page ) ) ) );
		return [
			'edges'    => array_map(
				fn ( PersonAtRisk $person ): array => [
					'cursor' => (string) $person->id,
					'node'   => $this->personAtRisk( $person ),
				],
				$page
			),
			'pageInfo' => [
				'hasNextPage' => count( $found ) > $first,
				'endCursor'   => false === $last ? null : (string) $last->id,
			],
			'byCause'  => fn (): array => array_map(
				fn ( array $row ): array => [
					'cause' => $this->causeName( $row['system'], $row['cause'] ),
					'cases' => $row['people'],
				],
				$this->audits->byCause()
			),
		];
	}

	/** @return Fields */
	private function personAtRisk( PersonAtRisk $person ): array {
		return [
			'id'         => $person->id,
			'label'      => $person->label,
			'userId'     => 0 === $person->userId ? null : $person->userId,
			'profileUrl' => 0 === $person->userId || ! current_user_can( 'edit_user', $person->userId ) ? null : get_edit_user_link( $person->userId ),
			'connection' => $person->connection,
			'systemTitle' => $this->catalog->systemTexts( $person->system )['title'],
			'cause'      => $this->causeName( $person->system, $person->cause ),
			'confidence' => $person->confidence->value,
			'restorableUntil' => 0 === $person->endsAt ? null : $person->endsAt,
			'invitedAt'  => 0 === $person->invitedAt ? null : $person->invitedAt,
			'since'      => $person->since,
			'seenAt'     => $person->seenAt,
		];
	}

	/** @return array{cause: string, system: string, title: string} */
	private function causeName( string $system, string $cause ): array {
		return [
			'cause'  => $cause,
			'system' => $system,
			'title'  => $this->catalog->texts( $system, $cause )['title'],
		];
	}

	/** @return Fields|null */
	private function audit(): ?array {
		$state = $this->audits->status();
		if ( null === $state ) {
			return null;
		}
		$this->kicks->afterPoll();
		$problems = [];
		foreach ( $state->problems as $slug => $message ) {
			$problems[] = [
				'connection' => (string) $slug,
				'message'    => $message,
			];
		}
		return [
			'startedAt'  => $state->startedAt,
			'finishedAt' => 0 === $state->finishedAt ? null : $state->finishedAt,
			'phase'      => $state->phase,
			'expected'   => 0 === $state->expected() ? null : $state->expected(),
			'endsAt'     => 0 === $state->endsAt ? null : $state->endsAt,
			'pausedUntil' => 0 === $state->pausedUntil ? null : $state->pausedUntil,
			'records'    => $state->records,
			'people'     => $state->judged,
			'atRisk'     => $state->found,
			'fresh'      => $state->fresh,
			'warned'     => $state->warned,
			'problems'   => $problems,
		];
	}

	/** @return Fields|null */
	private function oneIncident( int $id ): ?array {
		$incident = $this->incidents->find( $id );
		if ( null === $incident ) {
			return null;
		}
		$this->kicks->afterPoll();
		return $this->incident( $incident );
	}

	/**
	 * @param array<mixed> $arguments
	 * @return Fields
	 */
	private function incidents( array $arguments ): array {
		$first = max( 1, min( 100, is_int( $arguments['first'] ?? null ) ? $arguments['first'] : 20 ) );
		// One more than asked for tells whether there is a next page.
		$found = $this->incidents->list( false !== ( $arguments['open'] ?? true ), min( 100, $first + 1 ), self::numberAfter( $arguments ) );
		$page  = array_slice( $found, 0, $first );
		$last  = end( $page );
		return [
			'edges'    => array_map(
				fn ( Incident $incident ): array => [
					'cursor' => (string) $incident->id,
					'node'   => $this->incident( $incident ),
				],
				$page
			),
			'pageInfo' => [
				'hasNextPage' => count( $found ) > $first,
				'endCursor'   => false === $last ? null : (string) $last->id,
			],
		];
	}

	/** @return Fields */
	private function incident( Incident $incident ): array {
		$rule  = $this->catalog->cause( $incident->system, $incident->cause );
		$texts = $this->catalog->texts( $incident->system, $incident->cause );
		return [
			'id'          => $incident->id,
			'state'       => $incident->state->value,
			'system'      => $incident->system,
			'systemTitle' => $this->catalog->systemTexts( $incident->system )['title'],
			'cause'       => $incident->cause,
			'title'       => $texts['title'],
			'meaning'     => $texts['meaning'],
			'scope'       => $rule->scope ?? 'person',
			'openedAt'    => $incident->openedAt,
			'resolvedAt'  => 0 === $incident->resolvedAt ? null : $incident->resolvedAt,
			'people'      => $incident->people,
			'waiting'     => $incident->waiting,
			'round'       => $incident->round,
			'fixPath'     => array_map(
				static fn ( array $step ): array => [
					'step'          => $step['step'],
					'title'         => $texts['steps'][ $step['step'] ]['title'] ?? $step['step'],
					'body'          => $texts['steps'][ $step['step'] ]['body'] ?? '',
					'applicability' => $step['applicability'],
					'isRunnable'    => '' !== $step['action'],
				],
				$rule->fixPath ?? []
			),
			'run'         => null === $incident->run ? null : $this->bulkRun( $incident, $incident->run ),
			'cases'       => fn ( mixed $root, array $arguments ): array => $this->casesOf( $incident, $arguments ),
		];
	}

	/** @return Fields */
	private function bulkRun( Incident $incident, BulkRun $run ): array {
		return [
			...$run->toArray(),
			'finishedAt'  => 0 === $run->finishedAt ? null : $run->finishedAt,
			'pausedUntil' => 0 === $run->pausedUntil ? null : $run->pausedUntil,
			'isUndoable'  => fn (): bool => $this->incidents->isUndoable( $incident ),
			'by'          => fn (): string => $this->nameOf( $run->actor ),
		];
	}

	/**
	 * @param array<mixed> $arguments
	 * @return list<Fields>
	 */
	private function casesOf( Incident $incident, array $arguments ): array {
		$number = static fn ( string $name, int $otherwise ): int => is_int( $arguments[ $name ] ?? null ) ? $arguments[ $name ] : $otherwise;
		$files  = $this->desk->findAll( $this->incidents->casesOf( $incident, false !== ( $arguments['waiting'] ?? true ), $number( 'after', 0 ), $number( 'first', 20 ) ) );
		$cards  = $this->desk->people( $files );
		return array_map( fn ( CaseFile $case ): array => $this->case( $case, $cards[ $case->id ] ?? null ), $files );
	}

	/** @return Fields */
	private function case( CaseFile $case, ?PersonCard $card ): array {
		return [
			'id'            => $case->id,
			'reference'     => '' === $case->lastReference ? '' : CaseView::dashed( $case->lastReference ),
			'state'         => $case->state->value,
			'person'        => $this->person( $card ),
			'system'        => '' === $case->system ? null : $case->system,
			'cause'         => fn (): ?array => $this->firstCause( $case ),
			'openedAt'      => $case->openedAt,
			'updatedAt'     => $case->updatedAt,
			'lastAttemptAt' => $case->lastAttemptAt,
			'attemptCount'  => $case->attemptCount,
			'attempts'      => fn ( mixed $root, array $arguments ): array => array_map( $this->attempt( ... ), array_slice( $this->desk->attemptsOf( $case->id, 100 ), 0, max( 1, is_int( $arguments['first'] ?? null ) ? $arguments['first'] : 20 ) ) ),
			'diagnosis'     => fn (): ?array => $this->diagnosis( $case ),
			'timeline'      => fn (): array => $this->timeline( $case ),
			'incident'      => function () use ( $case ): ?int {
				$id = $case->openIncident ?? $this->cover->incidentOf( $case->id );
				return 0 === $id ? null : $id;
			},
			'nextLookAt'    => fn (): ?int => $this->desk->nextLookAt( $case ),
			'records'       => fn (): array => $this->desk->records( $case ),
			'recorder'      => fn (): ?array => 0 === $case->userId ? null : $this->recorder( $case->userId ),
			'reply'         => function () use ( $case ): ?array {
				$reply = current_user_can( 'causeway_manage_cases' ) ? $this->replies->draft( $case ) : null;
				return null === $reply ? null : get_object_vars( $reply );
			},
		];
	}

	/** @return Fields */
	private function recorder( int $userId ): array {
		$until = $this->flights->armedUntil( $userId );
		return [
			'armedUntil' => 0 === $until ? null : $until,
			'recordings' => fn (): array => array_map(
				static fn ( array $flight ): array => [ 'reference' => '' === $flight['reference'] ? null : CaseView::dashed( $flight['reference'] ) ] + $flight,
				$this->flights->recordings( $userId )
			),
		];
	}

	/** @return Fields */
	private function person( ?PersonCard $card ): array {
		$userId = $card->userId ?? 0;
		return [
			'label'      => $card->label ?? '',
			'isKnown'    => $card->isKnown ?? false,
			'email'      => '' === ( $card->email ?? '' ) ? null : $card?->email,
			'loginName'  => '' === ( $card->loginName ?? '' ) ? null : $card?->loginName,
			'userId'     => 0 === $userId ? null : $userId,
			'profileUrl' => 0 === $userId || ! current_user_can( 'edit_user', $userId ) ? null : get_edit_user_link( $userId ),
		];
	}

	/**
	 * The first-ranked cause: its name from the case's own row, everything else only where it is asked for.
	 *
	 * @return Fields|null
	 */
	private function firstCause( CaseFile $case ): ?array {
		if ( '' === $case->cause ) {
			return null;
		}
		$texts = $this->catalog->texts( $case->system, $case->cause );
		$whole = function ( string $field ) use ( $case ): mixed {
			$causes = $this->diagnosis( $case )['causes'] ?? [];
			return is_array( $causes ) && is_array( $causes[0] ?? null ) ? $causes[0][ $field ] ?? [] : [];
		};
		return [
			'cause'       => $case->cause,
			'system'      => $case->system,
			'systemTitle' => $this->catalog->systemTexts( $case->system )['title'],
			'title'       => $texts['title'],
			'meaning'     => $texts['meaning'],
			'confidence'  => $case->confidence,
			'why'         => static fn (): mixed => $whole( 'why' ),
			'against'     => static fn (): mixed => $whole( 'against' ),
			'evidence'    => static fn (): mixed => $whole( 'evidence' ),
			'fixPath'     => static fn (): mixed => $whole( 'fixPath' ),
			'prevention'  => $texts['prevention'],
		];
	}

	/** @return Fields|null */
	private function diagnosis( CaseFile $case ): ?array {
		if ( ! array_key_exists( $case->id, $this->diagnoses ) ) {
			$record                       = $this->desk->diagnosisOf( $case );
			$this->diagnoses[ $case->id ] = null === $record ? null : $this->shown( $case, $record );
		}
		return $this->diagnoses[ $case->id ];
	}

	/** @return Fields */
	private function shown( CaseFile $case, DiagnosisRecord $record ): array {
		return [
			'id'       => $record->id,
			'madeAt'   => $record->madeAt,
			'causes'   => $this->rankedCauses( $case, $record ),
			'ruledOut' => array_map(
				fn ( RuledOutCause $cause ): array => [
					'cause'   => $cause->cause,
					'system'  => $cause->system,
					'title'   => $this->catalog->texts( $cause->system, $cause->cause )['title'],
					'because' => $cause->because,
				],
				$record->diagnosis->ruledOut
			),
			'findings' => array_map( fn ( Finding $finding ): array => [ ...$finding->toArray(), 'sentence' => $this->catalog->findingSentence( $finding ) ], $record->diagnosis->findings ),
			'unknown'  => $record->diagnosis->unknown,
		];
	}

	/** @return list<Fields> */
	private function rankedCauses( CaseFile $case, DiagnosisRecord $record ): array {
		$status = $this->desk->stepsOf( $case );
		$names  = [];
		$causes = [];
		foreach ( $this->view->causes( $record->diagnosis, $case ) as $position => $cause ) {
			$steps = [];
			foreach ( $cause['fixPath'] as $step ) {
				// Only the first-ranked cause's steps are the case's own checklist.
				$known = 0 === $position ? $status[ $step['step'] ] ?? null : null;
				if ( null !== $known && $known->doneAt > 0 ) {
					$names[ $known->doneBy ] ??= $this->nameOf( $known->doneBy );
				}
				$steps[] = [
					'step'               => $step['step'],
					'title'              => $step['title'],
					'body'               => $step['body'],
					'applicability'      => $step['applicability'],
					'isRunnable'         => $known->isRunnable ?? false,
					'notRunnableBecause' => '' === ( $known->notRunnableBecause ?? '' ) ? null : $known?->notRunnableBecause,
					'connection'         => '' === ( $known->connection ?? '' ) ? null : $known?->connection,
					'link'               => null === $step['link'] ? null : [ ...$step['link'], 'url' => '' === $step['link']['url'] ? null : $step['link']['url'] ],
					'waitMinutes'        => 0 === $step['waitMinutes'] ? null : $step['waitMinutes'],
					'doneAt'             => null === $known || 0 === $known->doneAt ? null : $known->doneAt,
					'doneBy'             => null === $known || 0 === $known->doneAt ? null : $names[ $known->doneBy ],
					'changes'            => null === $known ? [] : self::changes( $known->before, $known->after ),
					'isUndoable'         => $known->isUndoable ?? false,
				];
			}
			$causes[] = [ ...$cause, 'fixPath' => $steps ];
		}
		return $causes;
	}

	/** @return Fields */
	private function attempt( AttemptRecord $attempt ): array {
		$known = static fn ( string $text ): ?string => '' === $text ? null : $text;
		return [
			'id'                => $attempt->id,
			'reference'         => (string) $attempt->reference,
			'occurredAt'        => $attempt->occurredAt,
			'entry'             => $attempt->entry,
			'code'              => $known( $attempt->code ),
			'symptom'           => $known( $attempt->symptom ),
			'symptomTitle'      => '' === $attempt->symptom ? null : $this->catalog->symptomTitle( $attempt->symptom ),
			'shownSymptom'      => $known( $attempt->shownSymptom ),
			'shownSymptomTitle' => '' === $attempt->shownSymptom ? null : $this->catalog->symptomTitle( $attempt->shownSymptom ),
			'isProven'          => $attempt->isProven,
			'portalCall'        => $this->portalCall( $attempt ),
			'state'             => $attempt->state->value,
		];
	}

	private function portalCall( AttemptRecord $attempt ): ?string {
		$call = $attempt->portalCall;
		if ( null === $call ) {
			return null;
		}
		$outcome = match ( true ) {
			'' !== $call['fault'] => str_replace( '-', ' ', $call['fault'] ),
			'' !== $call['code']  => $call['status'] . ' ' . $call['code'],
			default               => (string) $call['status'],
		};
		/* translators: 1: system such as Zoho CRM, 2: path of the call, 3: what came back, 4: milliseconds */
		return sprintf( __( '%1$s, %2$s: %3$s after %4$s ms', 'causeway' ), $this->catalog->systemTexts( $call['system'] )['title'], $call['path'], $outcome, number_format_i18n( $call['ms'] ) );
	}

	/** @return list<Fields> Oldest first: what was tried and what was done about it. */
	private function timeline( CaseFile $case ): array {
		$entries = [];
		foreach ( array_reverse( $this->desk->attemptsOf( $case->id, 100 ) ) as $attempt ) {
			$symptom   = '' !== $attempt->shownSymptom ? $attempt->shownSymptom : $attempt->symptom;
			$entries[] = [
				'at'    => $attempt->occurredAt,
				'kind'  => 'attempt',
				/* translators: 1: reference such as K7QM-3FXA, 2: what the person saw */
				'text'  => sprintf( __( 'Refused, reference %1$s: %2$s', 'causeway' ), $attempt->reference, '' === $symptom ? __( 'a message that Causeway does not know', 'causeway' ) : $this->catalog->symptomTitle( $symptom ) ),
				'actor' => null,
			];
		}
		$names = [];
		foreach ( $this->desk->journalOf( $case->id ) as $entry ) {
			if ( JournalKind::StepBegun->value === $entry->kind ) {
				// How it ended says the same and more.
				continue;
			}
			$names[ $entry->actor ] ??= $this->nameOf( $entry->actor );
			$entries[]                = $this->timelineEntry( $entry, $names[ $entry->actor ] );
		}
		usort( $entries, static fn ( array $one, array $other ): int => $one['at'] <=> $other['at'] );
		return $entries;
	}

	/** @return array{at: int, kind: string, text: string, actor: string} */
	private function timelineEntry( JournalEntry $entry, string $actor ): array {
		return [
			'at'    => $entry->at,
			'kind'  => self::TIMELINE_KINDS[ $entry->kind ] ?? $entry->kind,
			/* translators: %s: What a step of a fix path does. */
			'text'  => JournalKind::StepBegun->value === $entry->kind ? sprintf( __( 'Begun: %s', 'causeway' ), $entry->text ) : $entry->text,
			'actor' => $actor,
		];
	}

	private function nameOf( int $userId ): string {
		if ( 0 === $userId ) {
			return __( 'Causeway', 'causeway' );
		}
		$name = $this->desk->actorName( $userId );
		/* translators: %d: user id */
		return '' === $name ? sprintf( __( 'user %d, who is gone', 'causeway' ), $userId ) : $name;
	}

	/** @return Fields */
	private function connection( Connection $connection ): array {
		$system = $this->catalog->system( $connection->system );
		return [
			'id'          => $connection->id,
			'system'      => $connection->system,
			'systemTitle' => $this->catalog->systemTexts( $connection->system )['title'],
			'mayWrite'    => $connection->mayWrite,
			'fields'      => fn (): array => null === $system ? [] : $this->fields( $system, $connection ),
			'conditions'  => fn (): array => array_map( static fn ( Condition $condition ): array => $condition->toArray(), $this->connections->conditions( $connection ) ),
			'calls'       => fn (): array => $this->connections->calls( $connection ),
			'lastUsedAt'  => fn (): ?int => 0 === ( $at = $this->connections->lastUsedAt( $connection->id ) ) ? null : $at,
		];
	}

	/** @return Fields */
	private function system( SystemRule $system ): array {
		return [
			'id'        => $system->id,
			'title'     => $this->catalog->systemTexts( $system->id )['title'],
			'isLocal'   => $system->isLocal,
			'isAskable' => fn (): bool => $this->entries->isAskable( $system->id ),
			'causes'    => fn (): array => $this->entries->causes( $system->id ),
			'fields'    => fn (): array => $this->fields( $system, null ),
		];
	}

	/** @return list<Fields> The declared fields with what they hold; of a secret only whether it is set. */
	private function fields( SystemRule $system, ?Connection $connection ): array {
		$texts = $this->catalog->systemTexts( $system->id )['fields'];
		$shown = [];
		foreach ( $system->fields as $field ) {
			$isSecret = 'secret' === $field['kind'];
			$value    = $isSecret ? $connection->secrets[ $field['id'] ] ?? '' : $connection->fields[ $field['id'] ] ?? $field['initial'];
			$words    = $texts[ $field['id'] ] ?? [
				'label'   => $field['id'],
				'help'    => '',
				'options' => [],
			];
			$shown[]  = [
				'id'       => $field['id'],
				'label'    => $words['label'],
				'help'     => $words['help'],
				'kind'     => $field['kind'],
				'required' => $field['required'],
				'value'    => $isSecret ? null : $value,
				'isSet'    => '' !== $value,
				'isFixed'  => null !== $connection && $this->connections->isFixed( $connection->id, $field['id'] ),
				'options'  => array_map(
					static fn ( string $option ): array => [
						'value' => $option,
						'label' => $words['options'][ $option ] ?? $option,
					],
					$field['options']
				),
			];
		}
		return $shown;
	}

	/**
	 * @param array<mixed> $arguments
	 * @return Fields
	 */
	private function journal( array $arguments ): array {
		$first = max( 1, min( 100, is_int( $arguments['first'] ?? null ) ? $arguments['first'] : 20 ) );
		$found = $this->desk->journal( $first + 1, self::numberAfter( $arguments ) );
		$page  = array_slice( $found, 0, $first );
		$last  = end( $page );
		$names = [];
		return [
			'edges'    => array_map(
				function ( JournalEntry $entry ) use ( &$names ): array {
					$names[ $entry->actor ] ??= $this->nameOf( $entry->actor );
					return [
						'cursor' => (string) $entry->id,
						'node'   => [
							...$this->timelineEntry( $entry, $names[ $entry->actor ] ),
							'id'      => $entry->id,
							'case'    => $entry->caseId,
							'changes' => self::changes( $entry->before, $entry->after ),
						],
					];
				},
				$page
			),
			'pageInfo' => [
				'hasNextPage' => count( $found ) > $first,
				'endCursor'   => false === $last ? null : (string) $last->id,
			],
		];
	}

	/**
	 * @param array<string, string> $before
	 * @param array<string, string> $after
	 * @return list<array{field: string, before: string|null, after: string|null}>
	 */
	private static function changes( array $before, array $after ): array {
		return array_map(
			static fn ( int|string $field ): array => [
				'field'  => (string) $field,
				'before' => $before[ $field ] ?? null,
				'after'  => $after[ $field ] ?? null,
			],
			array_keys( $before + $after )
		);
	}

	/**
	 * The id that a list goes on from; 0 from the start.
	 *
	 * @param array<mixed> $arguments
	 */
	private static function numberAfter( array $arguments ): int {
		$after = $arguments['after'] ?? '';
		$after = is_string( $after ) && '' !== $after ? $after : '0';
		if ( 1 !== preg_match( '/^\d{1,18}$/D', $after ) ) {
			throw new Refusal( __( 'This page of the list is no longer there. Start again from the top.', 'causeway' ) );
		}
		return (int) $after;
	}

	/** @return Fields */
	private function setup(): array {
		return [
			'portal' => $this->portal->isPresent() ? $this->catalog->systemTexts( 'catalyst-connect' )['title'] : null,
			'pages'  => array_map(
				static fn ( array $page ): array => [
					...$page,
					'editUrl' => current_user_can( 'edit_post', $page['id'] ) ? get_edit_post_link( $page['id'], 'raw' ) : null,
				],
				$this->pages->find()
			),
		];
	}

	/** @return Fields */
	private function settings(): array {
		$page = static fn ( \WP_Post $post ): array => [
			'id'    => $post->ID,
			'title' => html_entity_decode( '' === $post->post_title ? sprintf( /* translators: %d: number of a page */ __( 'Page %d', 'causeway' ), $post->ID ) : $post->post_title, ENT_QUOTES, 'UTF-8' ),
		];
		return [
			'recipients'         => $this->settings->recipients(),
			'areRecipientsUsual' => $this->settings->areRecipientsUsual(),
			'mailsEachCase'      => $this->settings->mailsEachCase(),
			'portalPages'        => fn (): array => array_map( $page, array_values( array_filter( array_map( get_post( ... ), $this->settings->portalPageIds() ), static fn ( mixed $post ): bool => $post instanceof \WP_Post ) ) ),
			'pages'              => static fn (): array => array_map( $page, array_values( array_filter( get_posts( [ 'post_type' => 'page', 'post_status' => [ 'publish', 'private' ], 'numberposts' => 100 ] ), static fn ( mixed $post ): bool => $post instanceof \WP_Post ) ) ),
			'stormGate'          => $this->settings->hasStormGate(),
			...$this->settings->retention(),
			'roles'              => $this->roles->roles(),
			'mayChangeRoles'     => current_user_can( 'promote_users' ),
		];
	}

	/** @return Fields|null */
	private function storm(): ?array {
		$storm = ( $this->storm )();
		return null === $storm ? null : [
			'since'      => $storm->since,
			'failures'   => $storm->failures,
			'turnedAway' => $storm->turnedAway,
			'hasGate'    => $this->settings->hasStormGate(),
		];
	}

	/** @return Fields */
	private function overview(): array {
		$found = null;
		// What is told together is counted together, once, and only where something of it was asked for.
		$now = function () use ( &$found ): array {
			return $found ??= $this->desk->waiting();
		};
		return [
			'openCases'         => static fn (): int => $now()['waiting'],
			'openIncidents'     => fn (): int => count( $this->incidents->list( true, 100 ) ),
			'peopleLockedOut'   => static fn (): int => $now()['people'],
			'resolvedLast7Days' => static fn (): int => $now()['resolvedSince'],
			'unexplainedShare'  => fn (): float => $this->desk->unexplainedShare(),
			'byCause'           => fn (): array => array_map(
				fn ( array $row ): array => [
					'cause' => $this->causeName( $row['system'], $row['cause'] ),
					'cases' => $row['cases'],
				],
				$now()['byCause']
			),
			'pace'              => fn (): string => $this->desk->pace(),
			'lastWorkAt'        => function (): ?int {
				$at = $this->desk->lastWorkAt();
				return 0 === $at ? null : $at;
			},
			'storm'             => $this->storm( ... ),
			'trend'             => fn ( mixed $root, array $arguments ): array => $this->desk->trend( is_int( $arguments['days'] ?? null ) ? $arguments['days'] : 14 ),
			'meter'             => fn (): array => get_object_vars( $this->desk->meter() ),
		];
	}
}
