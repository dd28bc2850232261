<?php

declare(strict_types=1);

namespace Causeway\Notifications;

use Causeway\Background\Deadline;
use Causeway\Background\JobResult;
use Causeway\Cases\CaseSettings;
use Causeway\Cases\Mailer;
use Causeway\Connector\ConnectorFault;
use Causeway\Connector\Transport;
use Causeway\Support\Clock;
use Causeway\Support\Randomness;
use Causeway\Vault\Vault;
use Causeway\Vault\VaultFault;

/**
 * Hands messages over: all that are due of a mail rule as one mail, each of a webhook as one call.
 *
 * What is killed between the handing over and its note is sent again; a webhook's message keeps its id, so that the receiver knows it.
 */
final class NoticeDelivery {

	/** Seconds after each try in vain, before jitter: about a day and a half in all. */
	private const WAITS = [ 10, 60, 300, 1_800, 7_200, 18_000, 36_000, 72_000 ];

	private const BATCH = 50;

	/** The receiver is gone for good, and says so. */
	private const GONE = 410;

	/** @param Transport $transport Behind the guard against private networks. */
	public function __construct(
		private readonly RuleStore $rules,
		private readonly NoticeStore $notices,
		private readonly NoticeText $text,
		private readonly CaseSettings $settings,
		private readonly Mailer $mailer,
		private readonly Transport $transport,
		private readonly Vault $vault,
		private readonly Clock $clock,
		private readonly Randomness $randomness,
		private readonly string $idKey,
	) {}

	public function send( int $ruleId, Deadline $deadline ): JobResult {
		$rule = $this->rules->rule( $ruleId );
		if ( null === $rule ) {
			$this->notices->forget( $ruleId );
			return JobResult::done();
		}
		$due = $this->notices->due( $ruleId, $this->clock->now(), self::BATCH );
		if ( [] === $due ) {
			return JobResult::done();
		}
		foreach ( Channel::Mail === $rule->channel ? [ $due ] : array_map( static fn ( Notice $notice ): array => [ $notice ], $due ) as $together ) {
			$wait = $this->handOver( $rule, $together );
			if ( null !== $wait ) {
				return 0 === $wait ? JobResult::done() : JobResult::more( '', $wait );
			}
			if ( $deadline->isOver() ) {
				break;
			}
		}
		return JobResult::more();
	}

	/** Sends one marked as a test, now, whatever the hour. @return string '' where it was handed over; else why not. */
	public function test( NoticeRule $rule ): string {
		$example = new Notice( 0, $rule->id, '', '', Change::Raised, 0, $rule->people, $this->clock->now(), 0, 0, 'waiting', 0, '' );
		return $this->attempt( $rule, [ $example ] )[0];
	}

	/**
	 * @param non-empty-list<Notice> $notices
	 * @return int|null Null where it went well; else in how many seconds it is tried again, 0 for never.
	 */
	private function handOver( NoticeRule $rule, array $notices ): ?int {
		$ids                          = array_map( static fn ( Notice $notice ): int => $notice->id, $notices );
		[ $problem, $isFinal, $asked ] = $this->attempt( $rule, $notices );
		$now                          = $this->clock->now();
		if ( '' === $problem ) {
			$this->notices->markSent( $ids, $now );
			return null;
		}
		$tries = max( array_map( static fn ( Notice $notice ): int => $notice->tries, $notices ) );
		$wait  = $isFinal || ! isset( self::WAITS[ $tries ] ) ? 0 : max( $asked, $this->jittered( self::WAITS[ $tries ] ) );
		$this->notices->markTried( $ids, 0 === $wait ? 0 : $now + $wait, $problem );
		return $wait;
	}

	/**
	 * @param non-empty-list<Notice> $notices
	 * @return array{string, bool, int} Why it failed, '' where it did not; whether trying again is of no use; what the receiver asked to wait.
	 */
	private function attempt( NoticeRule $rule, array $notices ): array {
		$isSwitched = switch_to_locale( get_locale() );
		try {
			if ( Channel::Webhook === $rule->channel ) {
				return $this->call( $rule, $notices[0] );
			}
			$recipients = [] === $rule->recipients ? $this->settings->recipients() : $rule->recipients;
			$problem    = [] === $recipients ? __( 'No address is set to be told.', 'causeway' ) : $this->mailer->send( $recipients, $this->text->subject( $notices ), $this->text->body( $rule, $notices ) );
			return [ $problem, false, 0 ];
		} finally {
			if ( $isSwitched ) {
				restore_previous_locale();
			}
		}
	}

	/** @return array{string, bool, int} */
	private function call( NoticeRule $rule, Notice $notice ): array {
		try {
			[ $url, $secret ] = $this->opened( $rule );
		} catch ( VaultFault $fault ) {
			return [ $fault->getMessage(), true, 0 ];
		}
		$now  = $this->clock->now();
		$id   = 'causeway_' . substr( hash_hmac( 'sha256', 'notice|' . ( 0 === $notice->id ? "test|{$rule->id}|{$now}" : $notice->id ), $this->idKey ), 0, 24 );
		$body = (string) wp_json_encode( $this->text->payload( $rule, $notice ), JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE );
		try {
			$response = $this->transport->send( Webhook::request( $url, $secret, $id, $now, $body ) );
		} catch ( ConnectorFault $fault ) {
			return [ $fault->getMessage(), str_starts_with( $fault->vendorCode, 'causeway-' ), 0 ];
		}
		if ( $response->status >= 200 && $response->status < 300 ) {
			return [ '', false, 0 ];
		}
		$asked = (int) ( $response->headers['retry-after'] ?? 0 );
		/* translators: %d: HTTP status such as 500 */
		return [ sprintf( __( 'The receiver answered %d.', 'causeway' ), $response->status ), self::GONE === $response->status, max( 0, min( 86_400, $asked ) ) ];
	}

	/**
	 * @return array{string, string} Address and secret.
	 * @throws VaultFault
	 */
	private function opened( NoticeRule $rule ): array {
		$stored = json_decode( $this->vault->open( $rule->sealed, NoticeDesk::context() ), true );
		$text   = static fn ( string $key ): string => is_array( $stored ) && is_string( $stored[ $key ] ?? null ) ? $stored[ $key ] : '';
		return [ $text( 'url' ), $text( 'secret' ) ];
	}

	/** Between half and all of it and half as much again, so that receivers that fell over are not called by everybody at once. */
	private function jittered( int $seconds ): int {
		$random = unpack( 'N', $this->randomness->bytes( 4 ) );
		return intdiv( $seconds, 2 ) + ( is_array( $random ) && is_int( $random[1] ) ? $random[1] % ( $seconds + 1 ) : 0 );
	}
}
