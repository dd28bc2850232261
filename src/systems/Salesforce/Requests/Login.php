<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\JsonPath;
use Causeway\Connector\Redactor;
use Causeway\Systems\Salesforce\SalesforceId;
use Causeway\Systems\Salesforce\SalesforceTime;

/** One entry of the login history, let in or refused. */
final class Login {

	public readonly string $id;

	public readonly string $userId;

	/** Unix seconds. */
	public readonly int $at;

	/** What became of it, as Salesforce words it. */
	public readonly string $status;

	/** @param array<mixed> $row */
	public function __construct( array $row ) {
		$this->id     = SalesforceId::of( '', JsonPath::text( $row, 'Id' ) );
		$this->userId = SalesforceId::of( '005', JsonPath::text( $row, 'UserId' ) );
		$this->at     = SalesforceTime::of( JsonPath::text( $row, 'LoginTime' ) );
		$this->status = Redactor::clip( JsonPath::text( $row, 'Status' ), 80 );
	}
}
