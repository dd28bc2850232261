<?php

declare(strict_types=1);

namespace Causeway\Diagnosis;

/**
 * One system of the catalog without its texts ({@see Catalog::systemTexts()} has them).
 *
 * @phpstan-type FieldRule array{id: string, kind: 'text'|'url'|'select'|'secret'|'number'|'date', required: bool, options: list<string>, initial: string}
 */
final class SystemRule {

	/**
	 * @param list<string>                                                                     $hosts
	 * @param list<FieldRule>                                                                  $fields
	 * @param array<string, array{scope: 'person'|'connection', healthy: bool|null}> $findings By key.
	 * @param list<string>                                                                     $links
	 * @param string                                                                           $folder   Below `src/systems`; '' for one that an add-on brought.
	 */
	public function __construct(
		public readonly string $id,
		public readonly bool $isLocal,
		public readonly array $hosts,
		public readonly array $fields,
		public readonly array $findings,
		public readonly array $links,
		public readonly string $folder = '',
	) {}
}
