<?php

declare(strict_types=1);

namespace Causeway\GraphQL;

use Causeway\Vendor\GraphQL\Language\AST\DocumentNode;
use Causeway\Vendor\GraphQL\Language\AST\FieldNode;
use Causeway\Vendor\GraphQL\Language\AST\FragmentDefinitionNode;
use Causeway\Vendor\GraphQL\Language\AST\FragmentSpreadNode;
use Causeway\Vendor\GraphQL\Language\AST\InlineFragmentNode;
use Causeway\Vendor\GraphQL\Language\AST\OperationDefinitionNode;
use Causeway\Vendor\GraphQL\Language\AST\SelectionSetNode;

/**
 * How many fields a document holds once its fragments are written out. Each fragment is counted once, so that this costs time in
 * proportion to the text.
 *
 * The library's own rules compare fields pair by pair and write out every spread: sixteen kilobytes can cost them minutes and gigabytes.
 * Whoever is above the limit is refused before they run.
 */
final class DocumentSize {

	/** Sums stop growing here: nested fragments double with each level. */
	private const MOST = 1_000_000;

	/** @var array<string, FragmentDefinitionNode> */
	private array $fragments = [];

	/** @var array<string, int> Fields by fragment; 0 while it is being counted, so that a circle ends. */
	private array $counted = [];

	private function __construct( private readonly DocumentNode $document ) {}

	public static function fields( DocumentNode $document ): int {
		return ( new self( $document ) )->count();
	}

	private function count(): int {
		foreach ( $this->document->definitions as $definition ) {
			if ( $definition instanceof FragmentDefinitionNode ) {
				$this->fragments[ $definition->name->value ] = $definition;
			}
		}
		$sum = 0;
		foreach ( $this->document->definitions as $definition ) {
			if ( $definition instanceof OperationDefinitionNode ) {
				$sum += $this->ofSelections( $definition->selectionSet );
			}
		}
		// One that nobody spreads is read by the rules all the same.
		foreach ( array_keys( array_diff_key( $this->fragments, $this->counted ) ) as $name ) {
			$sum += $this->ofFragment( (string) $name );
		}
		return min( self::MOST, $sum );
	}

	private function ofSelections( ?SelectionSetNode $set ): int {
		$sum = 0;
		foreach ( $set->selections ?? [] as $selection ) {
			$sum += match ( true ) {
				$selection instanceof FieldNode          => 1 + $this->ofSelections( $selection->selectionSet ),
				$selection instanceof InlineFragmentNode => 1 + $this->ofSelections( $selection->selectionSet ),
				$selection instanceof FragmentSpreadNode => 1 + $this->ofFragment( $selection->name->value ),
				default                                  => 1,
			};
		}
		return min( self::MOST, $sum );
	}

	private function ofFragment( string $name ): int {
		if ( ! isset( $this->counted[ $name ] ) ) {
			$this->counted[ $name ] = 0;
			$this->counted[ $name ] = isset( $this->fragments[ $name ] ) ? $this->ofSelections( $this->fragments[ $name ]->selectionSet ) : 0;
		}
		return $this->counted[ $name ];
	}
}
