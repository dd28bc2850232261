<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

use Causeway\Support\Finding;
use Causeway\Support\Truth;

/**
 * The compiled catalog of `build/catalog`. Rules are read once when first asked for; texts only when one is shown.
 *
 * @phpstan-type CauseTexts array{title: string, meaning: string, anonymous: string, proven: string, mail: string, admin: string, prevention: list<string>, steps: array<string, array{title: string, body: string}>}
 * @phpstan-type SystemTexts array{title: string, fields: array<string, array{label: string, help: string, options: array<string, string>}>, findings: array<string, array{question: string, whenTrue: string, whenFalse: string}>, symptoms: array<string, string>, links: array<string, array{label: string, menuPath: string}>}
 * @phpstan-import-type StepRule from CauseRule
 * @phpstan-import-type FieldRule from SystemRule
 * @phpstan-import-type Index from CauseSearch
 * @phpstan-type CompiledCause array{system: string, cause: string, when: array<mixed>, shows: list<string>, outranks: list<string>, rivals: list<string>, prior: 'common'|'occasional'|'rare', ceiling: string, scope: 'person'|'everybody', isPrivate: bool, closedByLogin: bool, fixPath: list<StepRule>, verification: array<mixed>}
 * @phpstan-type CompiledSymptom array{id: string, entries: list<string>, codes: list<string>, pattern: string, proves: 'nothing'|'password'|'password-if-vendor-call', isOpaque: bool}
 * @phpstan-type CompiledSystem array{id: string, folder?: string, isLocal: bool, hosts: list<string>, fields: list<FieldRule>, findings: array<string, array{scope: 'person'|'connection', healthy: bool|null}>, links: list<string>, symptoms: list<CompiledSymptom>}
 * @phpstan-type CompiledRules array{version: string, systems: list<CompiledSystem>, causes: list<CompiledCause>}
 * @phpstan-type CompiledTexts array{causes: array<string, callable(): CauseTexts>, systems: array<string, callable(): SystemTexts>, phrases: callable(): array<string, string>}
 */
final class Catalog {

	/** @var CompiledTexts|null */
	private ?array $texts = null;

	private ?CauseSearch $search = null;

	/** @var array<string, string>|null */
	private ?array $phrases = null;

	/** @var array<string, SystemTexts> */
	private array $systemTexts = [];

	/**
	 * @param array<string, CauseRule>   $causes   By `system/cause`, in catalog order.
	 * @param array<string, SystemRule>  $systems  By id.
	 * @param array<string, SymptomRule> $symptoms By `system:id`.
	 * @param (\Closure(): list<SitePattern>)|null $sitePatterns
	 */
	private function __construct( private readonly string $directory, private readonly string $version, private readonly array $causes, private readonly array $systems, private readonly array $symptoms, private readonly ?\Closure $sitePatterns ) {}

	/**
	 * @param (\Closure(): list<SitePattern>)|null $sitePatterns What was recorded for this site; asked when it comes up, and never while somebody logs in.
	 * @throws \RuntimeException Where the catalog was not built.
	 */
	public static function fromDirectory( string $directory, ?\Closure $sitePatterns = null ): self {
		$file = $directory . '/rules.php';
		if ( ! is_readable( $file ) ) {
			throw new \RuntimeException( 'The catalog is not built: ' . basename( $directory ) . '/rules.php is missing.' );
		}
		/** @var CompiledRules $rules */
		$rules    = require $file;
		$causes   = [];
		$systems  = [];
		$symptoms = [];
		foreach ( $rules['systems'] as $row ) {
			$systems[ $row['id'] ] = new SystemRule( $row['id'], $row['isLocal'], $row['hosts'], $row['fields'], $row['findings'], $row['links'], $row['folder'] ?? '' );
			foreach ( $row['symptoms'] as $one ) {
				$symptom                     = new SymptomRule( $row['id'], $one['id'], $one['entries'], $one['codes'], $one['pattern'], $one['proves'], $one['isOpaque'] );
				$symptoms[ $symptom->ref() ] = $symptom;
			}
		}
		foreach ( $rules['causes'] as $row ) {
			$cause                   = new CauseRule( $row['system'], $row['cause'], $row['when'], $row['shows'], $row['outranks'], $row['rivals'], $row['prior'], Confidence::from( $row['ceiling'] ), $row['scope'], $row['isPrivate'], $row['closedByLogin'], $row['fixPath'], $row['verification'] );
			$causes[ $cause->ref() ] = $cause;
		}
		return new self( $directory, $rules['version'], $causes, $systems, $symptoms, $sitePatterns );
	}

	/** Sixteen characters that change with every change of a rule or a text. */
	public function version(): string {
		return $this->version;
	}

	/** @return list<CauseRule> */
	public function causes(): array {
		return array_values( $this->causes );
	}

	public function cause( string $system, string $cause ): ?CauseRule {
		return $this->causes[ $system . '/' . $cause ] ?? null;
	}

	/** @return list<SystemRule> */
	public function systems(): array {
		return array_values( $this->systems );
	}

	public function system( string $id ): ?SystemRule {
		return $this->systems[ $id ] ?? null;
	}

	/** @return list<SymptomRule> */
	public function symptoms(): array {
		return array_values( $this->symptoms );
	}

	/** @param string $ref `system:id`. */
	public function symptom( string $ref ): ?SymptomRule {
		return $this->symptoms[ $ref ] ?? null;
	}

	/** Name of the symptom for the site admin; the reference itself where it is not known (any more). */
	public function symptomTitle( string $ref ): string {
		if ( SitePattern::isRef( $ref ) ) {
			return sprintf( $this->phrase( 'site-pattern' ), $this->sitePattern( $ref )->text ?? '…' );
		}
		$symptom = $this->symptom( $ref );
		return null === $symptom ? $ref : $this->systemTexts( $symptom->system )['symptoms'][ $symptom->id ] ?? $ref;
	}

	/** @return list<SitePattern> */
	public function sitePatterns(): array {
		return null === $this->sitePatterns ? [] : ( $this->sitePatterns )();
	}

	/** @param string $ref `site:<id>`. Null where it is recorded no more. */
	public function sitePattern( string $ref ): ?SitePattern {
		foreach ( $this->sitePatterns() as $pattern ) {
			if ( $pattern->ref() === $ref ) {
				return $pattern;
			}
		}
		return null;
	}

	/**
	 * The texts of one cause, in the language of the moment. A cause that this catalog does not know has its id as its title.
	 *
	 * @return CauseTexts
	 */
	public function texts( string $system, string $cause ): array {
		$texts = $this->compiledTexts()['causes'][ $system . '/' . $cause ] ?? null;
		if ( null === $texts ) {
			return [
				'title'      => $cause,
				'meaning'    => '',
				'anonymous'  => $this->phrase( 'anonymous' ),
				'proven'     => $this->phrase( 'anonymous' ),
				'mail'       => '',
				'admin'      => $cause,
				'prevention' => [],
				'steps'      => [],
			];
		}
		$found = $texts();
		if ( 'generic' === $found['anonymous'] ) {
			$found['anonymous'] = $this->phrase( 'anonymous' );
		}
		return $found;
	}

	/** @return SystemTexts */
	public function systemTexts( string $system ): array {
		if ( ! isset( $this->systemTexts[ $system ] ) ) {
			$texts                        = $this->compiledTexts()['systems'][ $system ] ?? null;
			$this->systemTexts[ $system ] = null !== $texts ? $texts() : [
				'title'    => $system,
				'fields'   => [],
				'findings' => [],
				'symptoms' => [],
				'links'    => [],
			];
		}
		return $this->systemTexts[ $system ];
	}

	/** The one text for people who proved nothing; the same for every private cause. */
	public function anonymousText(): string {
		return $this->phrase( 'anonymous' );
	}

	/**
	 * What everybody may read who is shown this symptom: the text of its causes, where they have one and the same and none of them is private.
	 * '' where there is only the text for all.
	 */
	public function publicText( string $symptomRef ): string {
		$found = '';
		foreach ( $this->causes as $cause ) {
			if ( ! in_array( $symptomRef, $cause->shows, true ) ) {
				continue;
			}
			$text = $cause->isPrivate ? $this->anonymousText() : $this->texts( $cause->system, $cause->cause )['anonymous'];
			if ( $text === $this->anonymousText() || ( '' !== $found && $found !== $text ) ) {
				return '';
			}
			$found = $text;
		}
		return $found;
	}

	/** What the proven person reads: the cause's own text, or, where it is only possible, that the reason is not certain yet. A guess is never told as a fact. */
	public function provenText( string $system, string $cause, Confidence $confidence ): string {
		return Confidence::Possible === $confidence ? $this->phrase( 'proven-unsure' ) : $this->texts( $system, $cause )['proven'];
	}

	/** The finding as a sentence for the site admin; an unknown one says what could not be looked at, and why. */
	public function findingSentence( Finding $finding ): string {
		$texts = $this->systemTexts( $finding->system )['findings'][ $finding->key ] ?? null;
		if ( null === $texts ) {
			return $finding->system . ': ' . $finding->key . ' = ' . $finding->truth->value;
		}
		return match ( $finding->truth ) {
			Truth::True    => $texts['whenTrue'],
			Truth::False   => $texts['whenFalse'],
			Truth::Unknown => sprintf( $this->phrase( 'not-known' ), $texts['question'], $this->reasonSentence( $finding->reason ) ),
		};
	}

	/** @param string $ref `system:key`. */
	public function findingQuestion( string $ref ): string {
		[ $system, $key ] = explode( ':', $ref, 2 ) + [ '', '' ];
		return $this->systemTexts( $system )['findings'][ $key ]['question'] ?? $ref;
	}

	/** @param string $ref `system:key`. True where this answer is not that of a working login; false where it is, or where neither is better. */
	public function isUnhealthy( string $ref, Truth $truth ): bool {
		[ $system, $key ] = explode( ':', $ref, 2 ) + [ '', '' ];
		$healthy          = $this->systems[ $system ]->findings[ $key ]['healthy'] ?? null;
		return null !== $healthy && Truth::of( ! $healthy ) === $truth;
	}

	/** Why something is unknown, said for people, from the machine's reason. */
	public function reasonSentence( string $reason ): string {
		return $this->phrase( 'reason.' . ( '' === $reason ? 'not-asked' : $reason ), $this->phrase( 'reason.other' ) );
	}

	/** A sentence that belongs to no single cause. */
	public function phrase( string $id, string $otherwise = '' ): string {
		$this->phrases ??= $this->compiledTexts()['phrases']();
		return $this->phrases[ $id ] ?? $otherwise;
	}

	/** Search by words; null for a catalog that was compiled without. */
	public function search(): ?CauseSearch {
		if ( null === $this->search && is_readable( $this->directory . '/search.php' ) ) {
			/** @var Index $index */
			$index        = require $this->directory . '/search.php';
			$this->search = new CauseSearch( $index );
		}
		return $this->search;
	}

	/** @return CompiledTexts */
	private function compiledTexts(): array {
		if ( null === $this->texts ) {
			/** @var CompiledTexts $texts */
			$texts       = require $this->directory . '/texts.php';
			$this->texts = $texts;
		}
		return $this->texts;
	}
}
