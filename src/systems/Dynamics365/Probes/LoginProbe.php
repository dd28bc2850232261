<?php

declare(strict_types=1);

namespace Causeway\Systems\Dynamics365\Probes;

use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Examination as ConnectorExamination;
use Causeway\Connector\FaultKind;
use Causeway\Connector\Probe;
use Causeway\Support\Finding;
use Causeway\Support\Truth;
use Causeway\Systems\Dynamics365\ErrorWords;
use Causeway\Systems\Dynamics365\Examination;
use Causeway\Systems\Dynamics365\OData;
use Causeway\Systems\Dynamics365\Requests\Contact;
use Causeway\Systems\Dynamics365\Requests\CountStamped;
use Causeway\Systems\Dynamics365\Requests\GetContact;
use Causeway\Systems\Dynamics365\Requests\ListIdentities;
use Causeway\Systems\Dynamics365\Requests\Login;

/**
 * The person's login on the Power Pages site: it lies on the contact itself.
 *
 * @implements Probe<Examination>
 */
final class LoginProbe implements Probe {

	public const PRODUCES = [
		'user.exists',
		'user.has-name',
		'user.name-is-email',
		'user.external',
		'user.active',
		'user.locked',
		'user.password-login',
		'user.password-failing',
		'user.confirmed',
		'user.complete',
		'user.logged-in-before',
	];

	public function produces(): array {
		return self::PRODUCES;
	}

	public function answer( ConnectorExamination $look ): array {
		if ( '' !== $look->noLogin ) {
			return $look->write->allUnknown( self::PRODUCES, $look->noLogin );
		}
		$contact = $look->contact;
		if ( null === $contact ) {
			$look->noLogin = $look->noContact;
			return $look->write->allUnknown( self::PRODUCES, $look->noContact );
		}
		$login = $this->login( $look, $contact );
		if ( null === $login ) {
			$look->noLogin = 'field-absent';
			return $look->write->allUnknown( self::PRODUCES, 'field-absent', 'The contact table has no columns of Power Pages.' );
		}
		$look->login = $login;
		$external    = $this->external( $look, $contact );
		$name        = $login->username();
		$look->hasLogin = '' !== $name ? true : ( Truth::Unknown === $external->truth ? null : Truth::True === $external->truth );
		return [
			null === $look->hasLogin
				? $look->write->unknown( 'user.exists', $external->reason )
				: $look->write->of( 'user.exists', $look->hasLogin, $look->hasLogin ? '' : 'The contact has neither a user name nor a login provider.' ),
			$look->write->of( 'user.has-name', '' !== $name, $name ),
			'' === $name
				? $look->write->unknown( 'user.name-is-email', 'field-absent' )
				: $look->write->of( 'user.name-is-email', mb_strtolower( $name ) === $contact->email(), $name ),
			$external,
			...$this->state( $look, $login, $contact ),
		];
	}

	/**
	 * @return list<Finding>
	 * @throws ConnectorFault
	 */
	private function state( Examination $look, Login $login, Contact $contact ): array {
		$until = $login->lockedUntil();
		$last  = $login->lastLogin();
		return [
			$look->write->of( 'user.active', $login->isEnabled(), 'Login Enabled is ' . ( $login->isEnabled() ? 'on' : 'off' ) . '.' ),
			$look->write->of( 'user.locked', $until > $look->api->now(), $until > $look->api->now() ? 'Until ' . OData::sentence( $until ) . '.' : '' ),
			$this->orUnsaid( $look, 'user.password-login', $login->hasPasswordLogin() ),
			$look->write->of( 'user.password-failing', $login->failures() > 0, 0 === $login->failures() ? '' : $login->failures() . ' wrong passwords since the last good login.' ),
			$this->orUnsaid( $look, 'user.confirmed', $login->isConfirmed() ),
			$this->complete( $look, $login, $contact ),
			null === $last
				? $look->write->unknown( 'user.logged-in-before', 'not-readable' )
				: $look->write->of( 'user.logged-in-before', 0 !== $last, 0 === $last ? '' : 'Last on ' . OData::sentence( $last ) . '.' ),
		];
	}

	/** @throws ConnectorFault */
	private function complete( Examination $look, Login $login, Contact $contact ): Finding {
		if ( true !== $look->hasLogin ) {
			return $look->write->unknown( 'user.complete', 'field-absent' );
		}
		if ( 0 !== (int) $login->lastLogin() ) {
			// Whoever logged in once had all that it takes.
			return $look->write->true( 'user.complete' );
		}
		try {
			$isStamped = $look->api->ask( new CountStamped( $contact->id ) );
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::Rejected ], true ) ) {
				throw $fault;
			}
			return $look->write->unknown( 'user.complete', $fault->reason(), $fault->getMessage() );
		}
		return $look->write->of( 'user.complete', $isStamped, $isStamped ? '' : 'The contact has a user name, but no security stamp.' );
	}

	private function orUnsaid( Examination $look, string $key, ?bool $value ): Finding {
		return null === $value ? $look->write->unknown( $key, 'not-readable', 'This version of Power Pages has no such column.' ) : $look->write->of( $key, $value );
	}

	/** @throws ConnectorFault */
	private function external( Examination $look, Contact $contact ): Finding {
		try {
			$providers = $look->api->ask( new ListIdentities( $contact->id ) );
		} catch ( ConnectorFault $fault ) {
			if ( ! in_array( $fault->kind, [ FaultKind::Forbidden, FaultKind::NotFound, FaultKind::Rejected ], true ) ) {
				throw $fault;
			}
			return $look->write->unknown( 'user.external', $fault->reason(), $fault->getMessage() );
		}
		return $look->write->of( 'user.external', [] !== $providers, implode( ', ', $providers ) );
	}

	/**
	 * The login columns that there are; null where Power Pages never added any.
	 *
	 * @throws ConnectorFault
	 */
	private function login( Examination $look, Contact $contact ): ?Login {
		try {
			return new Login( $look->api->ask( new GetContact( $contact->id, [ 'contactid', ...Login::COLUMNS ] ) ) );
		} catch ( ConnectorFault $fault ) {
			if ( ErrorWords::NO_COLUMN !== $fault->vendorCode ) {
				throw $fault;
			}
		}
		$there = array_values( array_filter( Login::COLUMNS, static fn ( string $column ): bool => isset( $look->columns()[ $column ] ) ) );
		return [] === array_diff( Login::NEEDED, $there ) ? new Login( $look->api->ask( new GetContact( $contact->id, [ 'contactid', ...$there ] ) ) ) : null;
	}
}
