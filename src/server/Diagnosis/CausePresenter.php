<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;

/**
 * Puts words to a ranked cause: the same fields and ids for screens, REST, CLI and mail.
 *
 * @phpstan-type Link array{label: string, url: string, menuPath: string}
 * @phpstan-type ShownStep array{step: string, title: string, body: string, applicability: string, action: string, link: Link|null, waitMinutes: int}
 * @phpstan-type ShownCause array{cause: string, system: string, systemTitle: string, title: string, meaning: string, confidence: string, why: list<string>, against: list<string>, evidence: list<array{system: string, finding: string, value: string, source: string, observedAt: int, detail: string, reason: string, sentence: string}>, fixPath: list<ShownStep>, prevention: list<string>}
 */
final class CausePresenter {

	public function __construct( private readonly Catalog $catalog ) {}

	/**
	 * @param callable( string, string ): ( Link|null ) $link Deep link of a link name and a system id, null where there is none.
	 * @return ShownCause
	 */
	public function present( RankedCause $ranked, callable $link ): array {
		$rule  = $this->catalog->cause( $ranked->system, $ranked->cause );
		$texts = $this->catalog->texts( $ranked->system, $ranked->cause );
		$steps = [];
		foreach ( null === $rule ? [] : $rule->fixPath as $step ) {
			if ( ! in_array( $step['step'], $ranked->steps, true ) ) {
				continue;
			}
			[ $system, $name ] = str_contains( $step['link'], ':' ) ? explode( ':', $step['link'], 2 ) : [ $ranked->system, $step['link'] ];
			$steps[]           = [
				'step'          => $step['step'],
				'title'         => $texts['steps'][ $step['step'] ]['title'] ?? $step['step'],
				'body'          => $texts['steps'][ $step['step'] ]['body'] ?? '',
				'applicability' => $step['applicability'],
				'action'        => $step['action'],
				'link'          => '' === $name ? null : $link( $name, $system ),
				'waitMinutes'   => $step['waitMinutes'],
			];
		}
		return [
			'cause'       => $ranked->cause,
			'system'      => $ranked->system,
			'systemTitle' => $this->catalog->systemTexts( $ranked->system )['title'],
			'title'       => $texts['title'],
			'meaning'     => $texts['meaning'],
			'confidence'  => $ranked->confidence->value,
			'why'         => $ranked->why,
			'against'     => $ranked->against,
			'evidence'    => array_map( fn ( Finding $finding ): array => [ ...$finding->toArray(), 'sentence' => $this->catalog->findingSentence( $finding ) ], $ranked->evidence ),
			'fixPath'     => $steps,
			'prevention'  => $texts['prevention'],
		];
	}

	/**
	 * The part of a shown cause that every published answer has, by the same names.
	 *
	 * @param ShownCause $shown
	 * @return array{cause: string, system: string, title: string, confidence: string, why: list<string>, fixPath: list<array{step: string, title: string, applicability: string, link: Link|null, body: string}>}
	 */
	public static function published( array $shown ): array {
		return [
			'cause'      => $shown['cause'],
			'system'     => $shown['system'],
			'title'      => $shown['title'],
			'confidence' => $shown['confidence'],
			'why'        => $shown['why'],
			'fixPath'    => array_map(
				static fn ( array $step ): array => [
					'step'          => $step['step'],
					'title'         => $step['title'],
					'applicability' => $step['applicability'],
					'link'          => $step['link'],
					'body'          => $step['body'],
				],
				$shown['fixPath']
			),
		];
	}

	/**
	 * Refusals of the catalog by their titles; a message of this site stands for none.
	 *
	 * @param list<string> $refs `system:id`.
	 * @return list<array{symptom: string, title: string}>
	 */
	public function symptoms( array $refs ): array {
		$symptoms = [];
		foreach ( $refs as $ref ) {
			if ( ! SitePattern::isRef( $ref ) ) {
				$symptoms[] = [
					'symptom' => $ref,
					'title'   => $this->catalog->symptomTitle( $ref ),
				];
			}
		}
		return $symptoms;
	}

	/**
	 * A link in words only, for where no connection can build an address.
	 *
	 * @return Link|null
	 */
	public function menuPath( string $name, string $system ): ?array {
		$link = $this->catalog->systemTexts( $system )['links'][ $name ] ?? null;
		return null === $link ? null : [
			'label'    => $link['label'],
			'url'      => '',
			'menuPath' => $link['menuPath'],
		];
	}
}
