<?php

declare(strict_types=1);

namespace Causeway\Tests\Fakes;

use Causeway\Connector\Change;
use Causeway\Connector\Connection;
use Causeway\Connector\Connector;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Subject;
use Causeway\Connector\UndoableAction;
use Causeway\Support\Finding;
use Causeway\Support\Truth;

/** A connector whose vendor is an array: the contact of the person exists, exists without an account, is deleted, or cannot be asked for. */
final class ScriptedConnector implements Connector, UndoableAction {

	public int $looks = 0;

	public int $writes = 0;

	/** Looks after a write that still show the old state. */
	public int $lag = 0;

	public ?FaultKind $fault = null;

	public ?ScriptedInvitation $invitation = null;

	/** The process ends right after the next write. */
	public bool $diesAfterWriting = false;

	/** @var list<Subject> */
	public array $subjects = [];

	public function __construct( private readonly string $system, public string $contact = 'deleted' ) {}

	public function system(): string {
		return $this->system;
	}

	public function examine( Subject $subject, Connection $connection ): array {
		++$this->looks;
		$this->subjects[] = $subject;
		if ( 'wordpress' === $this->system ) {
			return [ new Finding( 'wordpress', 'user.exists', Truth::of( $subject->userId > 0 ), 'WordPress', 1 ) ];
		}
		if ( null !== $this->fault ) {
			return [
				new Finding( $this->system, 'contact.exists', Truth::Unknown, 'CRM', 1, '', $this->fault->value ),
				new Finding( $this->system, 'contact.deleted', Truth::Unknown, 'CRM', 1, '', $this->fault->value ),
			];
		}
		$state = $this->contact;
		if ( 'exists' === $state && $this->lag > 0 ) {
			--$this->lag;
			$state = 'deleted';
		}
		return [
			new Finding( $this->system, 'contact.exists', Truth::of( 'deleted' !== $state ), 'CRM', 1 ),
			new Finding( $this->system, 'contact.deleted', Truth::of( 'deleted' === $state ), 'CRM', 1 ),
			...( 'without-account' === $state ? [ new Finding( $this->system, 'contact.has-account', Truth::False, 'CRM', 1 ) ] : [] ),
		];
	}

	public function test( Connection $connection ): array {
		return [];
	}

	public function actions(): array {
		return 'wordpress' === $this->system ? [] : [ 'restore-contact' => $this ] + ( null === $this->invitation ? [] : [ 'send-again' => $this->invitation ] );
	}

	public function link( string $name, Subject $subject, Connection $connection ): string {
		return 'https://crm.example/' . $name . '/' . $subject->contactId;
	}

	public function id(): string {
		return 'restore-contact';
	}

	public function preview( Subject $subject, Connection $connection ): Change {
		if ( null !== $this->fault ) {
			throw new ConnectorFault( $this->fault, 'The CRM did not answer.' );
		}
		return new Change( 'Restores the contact.', [ 'contact' => $this->contact ], [ 'contact' => 'exists' ], true );
	}

	public function previewUndo( Subject $subject, Connection $connection, Change $done ): Change {
		if ( null !== $this->fault ) {
			throw new ConnectorFault( $this->fault, 'The CRM did not answer.' );
		}
		return new Change( 'Deletes the contact again.', [ 'contact' => $this->contact ], [ 'contact' => $done->before['contact'] ?? '' ], true );
	}

	public function undo( Subject $subject, Connection $connection, Change $done, Change $change ): void {
		++$this->writes;
		$this->contact = $change->after['contact'] ?? '';
	}

	public function apply( Subject $subject, Connection $connection, Change $change ): void {
		++$this->writes;
		$this->contact = 'exists';
		if ( $this->diesAfterWriting ) {
			$this->diesAfterWriting = false;
			throw new \Error( 'Killed.' );
		}
	}
}
