<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Connector\BulkPage;
use Causeway\Connector\BulkPerson;
use Causeway\Connector\BulkReader;
use Causeway\Connector\Condition;
use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Subject;

/** A system whose people are a list: a whole pass first, then what has changed since. */
final class ListedReader implements Connector, BulkReader {

	/** @var array<string, BulkPerson> */
	public array $people = [];

	/** @var list<string> Ids that have changed since the last pass. */
	public array $changed = [];

	public int $pages = 0;

	public int $perPage = 3;

	/** Thrown in place of the next pages, one each. @var list<ConnectorFault> */
	public array $faults = [];

	/** What a test of the connection tells. @var list<Condition> */
	public array $conditions = [];

	/** Asked before each page, as a call that may not be made. @var (\Closure(): void)|null */
	public ?\Closure $gate = null;

	public function __construct( private readonly string $system ) {}

	public function put( BulkPerson $person ): void {
		$this->people[ $person->id ] = $person;
		$this->changed[]             = $person->id;
	}

	public function page( Connection $connection, string $cursor ): BulkPage {
		if ( null !== $this->gate ) {
			( $this->gate )();
		}
		++$this->pages;
		$fault = array_shift( $this->faults );
		if ( null !== $fault ) {
			throw $fault;
		}
		[ $kind, $from ] = [ ...explode( ':', '' === $cursor ? 'whole:0' : $cursor, 2 ), '0' ];
		$isWhole         = 'whole' === $kind;
		$all             = $isWhole ? array_values( $this->people ) : array_values( array_intersect_key( $this->people, array_flip( $this->changed ) ) );
		$page            = array_slice( $all, (int) $from, $this->perPage );
		$next            = (int) $from + count( $page );
		$isOver          = $next >= count( $all );
		if ( $isOver ) {
			$this->changed = [];
		}
		return new BulkPage( $page, $isOver ? '' : "{$kind}:{$next}", $isOver ? 'changes:0' : '', $isWhole );
	}

	public function system(): string {
		return $this->system;
	}

	public function examine( Subject $subject, Connection $connection ): array {
		return [];
	}

	public function test( Connection $connection ): array {
		return $this->conditions;
	}

	public function actions(): array {
		return [];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return '';
	}
}
