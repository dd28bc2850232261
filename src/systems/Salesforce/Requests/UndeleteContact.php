<?php

declare(strict_types=1);

namespace Causeway\Systems\Salesforce\Requests;

use Causeway\Connector\ApiRequest;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Request;
use Causeway\Connector\Response;
use Causeway\Systems\Salesforce\Dialect;

/**
 * Puts one contact back from the recycle bin. REST has no way to; SOAP takes the same token, as a session in its body.
 *
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_undelete.htm
 *
 * @implements ApiRequest<null>
 */
final class UndeleteContact implements ApiRequest {

	/** @param \Closure(): string $session The access token at the moment of sending: a dead one is replaced in between. */
	public function __construct( private readonly string $id, #[\SensitiveParameter] private readonly \Closure $session ) {}

	/** Whether SOAP would take the token: one in the form of a JSON web token is refused there, however alive it is. */
	public static function takes( #[\SensitiveParameter] string $token ): bool {
		return 1 !== preg_match( '/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/D', $token );
	}

	public function request( string $base ): Request {
		$session = htmlspecialchars( ( $this->session )(), ENT_XML1 | ENT_QUOTES );
		return new Request(
			'POST',
			$base . Dialect::SOAP,
			[
				'Content-Type' => 'text/xml; charset=UTF-8',
				'SOAPAction'   => '""',
			],
			[],
			'<?xml version="1.0" encoding="UTF-8"?>'
				. '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">'
				. '<soapenv:Header xmlns="urn:partner.soap.sforce.com"><SessionHeader><sessionId>' . $session . '</sessionId></SessionHeader></soapenv:Header>'
				. '<soapenv:Body xmlns="urn:partner.soap.sforce.com"><undelete><ids>' . $this->id . '</ids></undelete></soapenv:Body>'
				. '</soapenv:Envelope>',
			false,
		);
	}

	public function answer( Response $response ): mixed {
		if ( 1 !== preg_match( '/<(?:\w+:)?success>(true|false)<\//', $response->body, $found ) ) {
			throw new ConnectorFault( FaultKind::Malformed, 'Salesforce did not say whether the contact was restored.', status: $response->status );
		}
		if ( 'true' !== $found[1] ) {
			$word = 1 === preg_match( '/<(?:\w+:)?statusCode>([A-Z_]{1,64})<\//', $response->body, $said ) ? $said[1] : '';
			throw str_starts_with( $word, 'INSUFFICIENT_ACCESS' )
				? new ConnectorFault( FaultKind::Forbidden, 'The Salesforce user of this connection may not restore contacts: it needs the right to delete them.', vendorCode: $word, status: $response->status )
				: new ConnectorFault( FaultKind::Rejected, 'Salesforce did not restore the contact; it may have left the recycle bin.', vendorCode: $word, status: $response->status );
		}
		return null;
	}
}
