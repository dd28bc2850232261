<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Cases\Doubles;

use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\Subject;
use Causeway\Support\Finding;
use Causeway\Support\Truth;

/** A connector that knows some contacts by their id, and notes about whom it was asked. */
class NotedConnector implements Connector {

	/** @var list<Subject> */
	public array $asked = [];

	/**
	 * @param list<string>       $contacts Ids of the contacts that there are.
	 * @param \ArrayObject<int, string> $order    Where every connector notes its name when it is asked.
	 */
	public function __construct( private readonly string $system, private readonly array $contacts = [], protected readonly \ArrayObject $order = new \ArrayObject() ) {}

	public function system(): string {
		return $this->system;
	}

	public function examine( Subject $subject, Connection $connection ): array {
		$this->asked[] = $subject;
		$this->order->append( $this->system );
		return [
			'' === $subject->contactId
				? new Finding( $this->system, 'contact.exists', Truth::Unknown, 'double', 1, '', 'contact-unknown' )
				: new Finding( $this->system, 'contact.exists', Truth::of( in_array( $subject->contactId, $this->contacts, true ) ), 'double', 1 ),
		];
	}

	public function test( Connection $connection ): array {
		return [];
	}

	public function actions(): array {
		return [];
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return '';
	}
}
