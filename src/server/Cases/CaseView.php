<?php

declare(strict_types=1);

namespace Causeway\Cases;

use Causeway\Connector\Subject;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\CausePresenter;
use Causeway\Diagnosis\Diagnosis;
use Causeway\Diagnosis\RankedCause;

/**
 * Says a diagnosis in the published fields, the same for REST, WP-CLI, abilities and mail.
 *
 * @phpstan-import-type ShownCause from CausePresenter
 */
final class CaseView {

	public function __construct( private readonly Catalog $catalog, private readonly CausePresenter $presenter, private readonly CaseDesk $desk ) {}

	/**
	 * @param Subject|null $subject The person of a fresh look; null for the case's own.
	 * @return list<ShownCause> Best first.
	 */
	public function causes( Diagnosis $diagnosis, ?CaseFile $case, ?Subject $subject = null ): array {
		$link = $this->desk->links( $case, $subject );
		return array_map( fn ( RankedCause $cause ): array => $this->presenter->present( $cause, $link ), $diagnosis->causes );
	}

	/**
	 * The JSON of `diagnose`.
	 *
	 * @return array{person: string|null, case: int|null, reference: string|null, state: string|null, connections: list<array{id: string, conditions: list<array{type: string, status: string, reason: string, message: string, observedAt: int}>}>, causes: list<array<string, mixed>>, unknown: list<array{what: string, why: string}>}
	 */
	public function person( PersonDiagnosis $answer ): array {
		$causes = [];
		foreach ( null === $answer->diagnosis ? [] : $this->causes( $answer->diagnosis, $answer->case, $answer->subject ) as $cause ) {
			$causes[] = [
				...CausePresenter::published( $cause ),
				'evidence'   => array_map(
					static fn ( array $finding ): array => [
						'finding'    => $finding['system'] . ':' . $finding['finding'],
						'value'      => $finding['value'],
						'source'     => $finding['source'],
						'observedAt' => $finding['observedAt'],
						'detail'     => $finding['detail'],
					],
					$cause['evidence']
				),
				'against'    => $cause['against'],
			];
		}
		return [
			'person'      => $answer->person?->label,
			'case'        => $answer->case?->id,
			'reference'   => null === $answer->case || '' === $answer->case->lastReference ? null : self::dashed( $answer->case->lastReference ),
			'state'       => $answer->case?->state->value,
			'connections' => array_map(
				static fn ( array $connection ): array => [
					'id'         => $connection['id'],
					'conditions' => $connection['conditions'],
				],
				$answer->connections
			),
			'causes'      => $causes,
			'unknown'     => null === $answer->diagnosis ? [] : $answer->diagnosis->unknown,
		];
	}

	/** One line for lists: the cause's title, or what stands in its place. */
	public function headline( CaseFile $case ): string {
		return '' === $case->cause ? __( 'Not known yet', 'causeway' ) : $this->catalog->texts( $case->system, $case->cause )['title'];
	}

	/** `K7QM3FXA` → `K7QM-3FXA`. */
	public static function dashed( string $letters ): string {
		return substr( $letters, 0, 4 ) . '-' . substr( $letters, 4 );
	}
}
