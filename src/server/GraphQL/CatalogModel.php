<?php

declare(strict_types=1);

namespace Causeway\GraphQL;

use Causeway\Cases\CaseDesk;
use Causeway\Cases\SitePatternDesk;
use Causeway\Connections\ConnectionDesk;
use Causeway\Diagnosis\Catalog;
use Causeway\Diagnosis\CauseRule;
use Causeway\Diagnosis\Explainer;
use Causeway\Diagnosis\Reach;
use Causeway\Diagnosis\SitePattern;

/**
 * What is known without any person: the catalog's entries, what a message can mean, and the messages of this site.
 *
 * @phpstan-type Fields array<string, mixed>
 */
final class CatalogModel {

	private ?Reach $reach = null;

	public function __construct(
		private readonly Catalog $catalog,
		private readonly Explainer $explainer,
		private readonly SitePatternDesk $patterns,
		private readonly CaseDesk $desk,
		private readonly ConnectionDesk $connections,
	) {}

	/** @return Fields Fields of `Query`. */
	public function root(): array {
		return [
			'causes'   => fn ( mixed $root, array $arguments ): array => $this->causes( self::text( $arguments['system'] ?? null ) ),
			'cause'    => fn ( mixed $root, array $arguments ): ?array => $this->oneCause( self::text( $arguments['system'] ?? null ), self::text( $arguments['cause'] ?? null ) ),
			'explain'  => fn ( mixed $root, array $arguments ): array => $this->explain( self::text( $arguments['message'] ?? null ), is_array( $arguments['answers'] ?? null ) ? $arguments['answers'] : [] ),
			'patterns' => fn (): array => array_map( static fn ( SitePattern $pattern ): array => $pattern->toArray(), $this->patterns->all() ),
		];
	}

	/** @return list<Fields> Of one system, or of all where it is ''. */
	public function causes( string $system ): array {
		$causes = array_filter( $this->catalog->causes(), static fn ( CauseRule $cause ): bool => '' === $system || $system === $cause->system );
		return array_map( $this->cause( ... ), array_values( $causes ) );
	}

	/** Whether a system can be asked on this site. */
	public function isAskable( string $system ): bool {
		return $this->reach()->includes( $system );
	}

	/** The same for the whole answer. */
	private function reach(): Reach {
		return $this->reach ??= new Reach( $this->connections->askable() );
	}

	/** @return Fields|null */
	private function oneCause( string $system, string $cause ): ?array {
		$rule = $this->catalog->cause( $system, $cause );
		return null === $rule ? null : $this->cause( $rule );
	}

	/** @return Fields */
	private function cause( CauseRule $rule ): array {
		$texts = $this->catalog->texts( $rule->system, $rule->cause );
		return [
			...$this->name( $rule ),
			'meaning'        => $texts['meaning'],
			'scope'          => $rule->scope,
			'prevention'     => $texts['prevention'],
			'texts'          => $texts,
			'detection'      => fn (): string => $this->reach()->detection( $rule )->value,
			'missingSystems' => fn (): array => array_map( $this->missingSystem( ... ), $this->reach()->missing( $rule ) ),
			'symptoms'       => fn (): array => array_map( $this->symptom( ... ), $rule->shows ),
			'rivals'         => fn (): array => array_map( $this->name( ... ), array_values( array_filter( array_map( $this->ruleOf( ... ), $rule->rivals ) ) ) ),
			'fixPath'        => fn (): array => array_map(
				fn ( array $step ): array => [
					'step'          => $step['step'],
					'title'         => $texts['steps'][ $step['step'] ]['title'] ?? $step['step'],
					'body'          => $texts['steps'][ $step['step'] ]['body'] ?? '',
					'applicability' => $step['applicability'],
					'link'          => $this->link( $rule->system, $step['link'] ),
					'waitMinutes'   => 0 === $step['waitMinutes'] ? null : $step['waitMinutes'],
					'isConditional' => null !== $step['onlyIf'],
				],
				$rule->fixPath
			),
		];
	}

	/** @return Fields */
	private function name( CauseRule $rule ): array {
		return [
			'cause'       => $rule->cause,
			'system'      => $rule->system,
			'systemTitle' => $this->catalog->systemTexts( $rule->system )['title'],
			'title'       => $this->catalog->texts( $rule->system, $rule->cause )['title'],
		];
	}

	/** @return Fields */
	private function missingSystem( string $id ): array {
		return [
			'system'  => $id,
			'title'   => $this->catalog->systemTexts( $id )['title'],
			'isLocal' => $this->catalog->system( $id )->isLocal ?? false,
		];
	}

	private function ruleOf( string $ref ): ?CauseRule {
		[ $system, $cause ] = explode( '/', $ref, 2 ) + [ '', '' ];
		return $this->catalog->cause( $system, $cause );
	}

	/** @return Fields */
	private function symptom( string $ref ): array {
		$symptom = $this->catalog->symptom( $ref );
		return [
			'symptom'  => $ref,
			'title'    => $this->catalog->symptomTitle( $ref ),
			'codes'    => $symptom->codes ?? [],
			'isOpaque' => $symptom->isOpaque ?? false,
		];
	}

	/** @return Fields|null */
	private function link( string $ownSystem, string $ref ): ?array {
		[ $system, $name ] = str_contains( $ref, ':' ) ? explode( ':', $ref, 2 ) : [ $ownSystem, $ref ];
		return '' === $name ? null : self::withoutEmptyUrl( $this->desk->links( null )( $name, $system ) );
	}

	/**
	 * @param array<mixed> $given
	 * @return Fields
	 */
	private function explain( string $message, array $given ): array {
		if ( ! Explainer::canRead( $message ) ) {
			throw new Refusal( __( 'Paste the message itself: at least one word, at most 100 KB.', 'causeway' ) );
		}
		$answers = [];
		foreach ( $given as $answer ) {
			if ( is_array( $answer ) ) {
				$answers[ self::text( $answer['ref'] ?? null ) ] = $answer['answer'] ?? null;
			}
		}
		$explained = $this->explainer->explain( $message, Explainer::answers( $answers ) )->toArray( $this->desk->links( null ) );
		$causes    = [];
		foreach ( $explained['causes'] as $cause ) {
			$causes[] = [ ...$cause, 'fixPath' => array_map( static fn ( array $step ): array => [ ...$step, 'link' => self::withoutEmptyUrl( $step['link'] ) ], $cause['fixPath'] ) ];
		}
		return [ ...$explained, 'causes' => $causes ];
	}

	/**
	 * @param array{label: string, url: string, menuPath: string}|null $link
	 * @return Fields|null
	 */
	private static function withoutEmptyUrl( ?array $link ): ?array {
		return null === $link ? null : [ ...$link, 'url' => '' === $link['url'] ? null : $link['url'] ];
	}

	private static function text( mixed $value ): string {
		return is_string( $value ) ? $value : '';
	}
}
