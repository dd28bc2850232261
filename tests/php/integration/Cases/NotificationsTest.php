<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cases;

use Causeway\Audit\PersonAtRisk;
use Causeway\Connector\Response;
use Causeway\Diagnosis\Confidence;
use Causeway\Notifications\Channel;
use Causeway\Notifications\NoticeRule;
use Causeway\Notifications\NoticeWatch;
use Causeway\Notifications\Pace;
use Causeway\Notifications\QuietHours;
use Causeway\Notifications\Topic;
use Causeway\Storage\RiskTable;
use Causeway\Storage\RuleOption;

/** Who is told when how many people are kept out by what; once, and not in the night. */
final class NotificationsTest extends CaseRoomTestCase {

	private const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

	private const URL = 'https://hooks.example/t0ken-in-the-path';

	protected function setUp(): void {
		parent::setUp();
		RuleOption::remove();
		update_option( 'timezone_string', 'UTC' );
		$this->room->connect();
		// Noon: no hour of the night comes in between.
		$this->room->clock->advance( 86_400 + 43_200 - $this->room->clock->now() % 86_400 );
		$this->room->rules->saveHours( new QuietHours(), true );
	}

	protected function tearDown(): void {
		RuleOption::remove();
		parent::tearDown();
	}

	/** @param array<string, mixed> $changes By name of a property. */
	private function rule( array $changes = [], ?string $url = null, ?string $secret = null ): int {
		$usual = [
			'id'            => 0,
			'name'          => 'Desk',
			'topic'         => Topic::Refused,
			'cause'         => '',
			'people'        => 2,
			'windowMinutes' => 60,
			'channel'       => null === $url ? Channel::Mail : Channel::Webhook,
			'pace'          => Pace::Immediate,
			'recipients'    => [ 'desk@northwind.example' ],
			'host'          => '',
			'sealed'        => '',
			'namesPeople'   => false,
			'isUrgent'      => false,
			'isOn'          => true,
		];
		$saved = $this->room->noticeDesk->save( 0, new NoticeRule( ...array_merge( $usual, $changes ) ), $url, $secret );
		self::assertIsInt( $saved, (string) json_encode( $saved ) );
		return $saved;
	}

	/** @return list<\WP_User> */
	private function refuse( int $count ): array {
		$people = [];
		for ( $number = 0; $number < $count; $number++ ) {
			$people[] = $person = self::user();
			$this->room->refuse( $person->ID, $person->user_login, true );
		}
		return $people;
	}

	private function settle( int $rounds = 3 ): void {
		for ( $round = 0; $round < $rounds; $round++ ) {
			$this->room->work();
			$this->room->hurry();
		}
	}

	/** @return list<array{recipients: list<string>, subject: string, body: string, html: string}> */
	private function mails(): array {
		return $this->room->mailer->sent;
	}

	public function test_one_message_when_the_number_is_reached_and_one_when_it_is_over(): void {
		$this->rule();
		$this->refuse( 1 );
		$this->settle();
		self::assertSame( [], $this->mails(), 'one of two' );
		$this->refuse( 4 );
		$this->settle();
		self::assertCount( 1, $this->mails() );
		self::assertSame( [ 'desk@northwind.example' ], $this->mails()[0]['recipients'] );
		$this->refuse( 3 );
		$this->settle( 6 );
		self::assertCount( 1, $this->mails(), 'more people are no new message' );

		$this->room->crm->contact = 'exists';
		$this->settle( 8 );
		self::assertCount( 1, $this->mails(), 'calm for a moment is not over' );
		$this->room->clock->advance( NoticeWatch::CALM_SECONDS );
		$this->settle( 4 );
		self::assertCount( 2, $this->mails() );
		self::assertStringContainsString( 'gone', $this->mails()[1]['subject'] );

		$this->room->crm->contact = 'deleted';
		$this->refuse( 2 );
		$this->settle();
		self::assertCount( 3, $this->mails(), 'it comes back: a new round' );
		self::assertSame( [ 1, 0, 0 ], array_map( static fn ( $notice ): int => $notice->round, $this->room->noticeDesk->newest( 10 ) ) );
	}

	public function test_a_cause_that_goes_and_comes_again_at_once_stays_one_message(): void {
		$this->rule();
		$this->refuse( 2 );
		$this->settle();
		foreach ( [ 'exists', 'deleted', 'exists' ] as $state ) {
			$this->room->crm->contact = $state;
			if ( 'deleted' === $state ) {
				$this->refuse( 2 );
			}
			$this->settle( 6 );
			$this->room->clock->advance( 120 );
		}
		self::assertCount( 1, $this->mails() );
	}

	public function test_a_rule_hears_of_its_own_cause_alone_and_only_while_it_is_on(): void {
		$this->rule( [ 'cause' => 'wordpress' ] );
		$this->rule( [ 'isOn' => false ] );
		$this->rule( [ 'cause' => 'crm/contact-in-recycle-bin', 'recipients' => [ 'crm@northwind.example' ] ] );
		$this->refuse( 2 );
		$this->settle();
		self::assertSame( [ [ 'crm@northwind.example' ] ], array_column( $this->mails(), 'recipients' ) );
	}

	public function test_old_refusals_lie_outside_of_the_window(): void {
		$this->rule( [ 'windowMinutes' => 5 ] );
		$this->refuse( 1 );
		$this->settle();
		$this->room->clock->advance( 600 );
		$this->refuse( 1 );
		$this->settle();
		self::assertSame( [], $this->mails() );
	}

	public function test_names_people_only_where_the_rule_lets_it_and_leads_to_them(): void {
		$this->rule( [ 'recipients' => [ 'plain@northwind.example' ] ] );
		$this->rule( [ 'recipients' => [ 'named@northwind.example' ], 'namesPeople' => true ] );
		$people = $this->refuse( 2 );
		$this->settle();
		$bodies = array_column( array_map( static fn ( array $mail ): array => [ $mail['recipients'][0], $mail['body'] ], $this->mails() ), 1, 0 );
		foreach ( $people as $person ) {
			self::assertStringNotContainsString( $person->user_email, $bodies['plain@northwind.example'] );
			self::assertStringContainsString( $person->user_email, $bodies['named@northwind.example'] );
		}
		self::assertStringContainsString( 'screen=cases&cause=crm%2Fcontact-in-recycle-bin', $bodies['plain@northwind.example'] );
		foreach ( $this->mails() as $mail ) {
			self::assertStringNotContainsString( $people[0]->user_email, $mail['subject'] );
		}
	}

	public function test_an_incident_is_where_the_message_leads(): void {
		$this->rule();
		$this->refuse( 3 );
		$this->settle( 4 );
		$incident = $this->room->incidents->list( true, 1 )[0] ?? self::fail( 'no incident' );
		self::assertStringContainsString( 'incident=' . $incident->id, $this->mails()[0]['body'] );
	}

	public function test_waits_for_the_end_of_quiet_hours_and_then_tells_all_at_once(): void {
		$this->room->rules->saveHours( new QuietHours( 11 * 60, 13 * 60 ), true );
		$this->rule();
		$this->rule( [ 'isUrgent' => true, 'recipients' => [ 'night@northwind.example' ] ] );
		$this->refuse( 2 );
		$this->settle();
		self::assertSame( [ [ 'night@northwind.example' ] ], array_column( $this->mails(), 'recipients' ), 'only what is urgent' );
		$this->room->crm->contact = 'exists';
		$this->settle( 6 );
		$this->room->clock->advance( NoticeWatch::CALM_SECONDS );
		$this->settle();
		$this->room->clock->advance( 3_600 );
		$this->settle();
		$desk = array_values( array_filter( $this->mails(), static fn ( array $mail ): bool => [ 'desk@northwind.example' ] === $mail['recipients'] ) );
		self::assertCount( 1, $desk, 'raised and over in the night are one mail in the morning' );
		self::assertStringContainsString( 'Over:', $desk[0]['body'] );
	}

	public function test_mails_of_single_cases_keep_the_quiet_hours_too(): void {
		$this->room->rules->saveHours( new QuietHours( 11 * 60, 13 * 60 ), false );
		$this->refuse( 1 );
		$this->settle();
		self::assertSame( [], $this->mails() );
		$this->room->clock->advance( 3_700 );
		$this->settle();
		self::assertCount( 1, $this->mails() );
	}

	public function test_rules_speak_alone_only_where_there_are_rules(): void {
		$this->refuse( 1 );
		$this->settle();
		self::assertCount( 1, $this->mails(), 'without a rule somebody is told all the same' );
		$this->rule( [ 'people' => 50 ] );
		$this->refuse( 1 );
		$this->settle();
		self::assertCount( 1, $this->mails() );
	}

	public function test_a_digest_holds_a_day_s_messages(): void {
		$this->rule( [ 'pace' => Pace::Digest, 'people' => 1 ] );
		$this->refuse( 2 );
		$this->settle();
		$this->room->crm->contact = 'exists';
		$this->settle( 6 );
		$this->room->clock->advance( NoticeWatch::CALM_SECONDS );
		$this->settle();
		self::assertSame( [], $this->mails() );
		$this->room->clock->advance( 86_400 );
		$this->settle();
		self::assertCount( 1, $this->mails() );
		self::assertStringContainsString( '2 changes', $this->mails()[0]['subject'] );
	}

	public function test_forty_causes_at_once_are_one_mail_and_each_is_told_once(): void {
		$this->rule( [ 'topic' => Topic::AtRisk, 'people' => 1 ] );
		$people = array_map( static fn ( int $number ): PersonAtRisk => new PersonAtRisk( 0, "user:{$number}", $number, 'Ada', 'crm', 'crm', "cause-{$number}", Confidence::Certain, 1, 1 ), range( 1, 40 ) );
		( new RiskTable( $this->room->database ) )->settle( array_fill_keys( array_column( $people, 'personKey' ), [ 'crm' ] ), $people );
		$this->settle( 6 );
		self::assertCount( 1, $this->mails() );
		self::assertStringContainsString( '40 changes', $this->mails()[0]['subject'] );
		self::assertSame( range( 1, 40 ), array_values( array_filter( range( 1, 40 ), fn ( int $number ): bool => 1 === preg_match_all( "/crm\/cause-{$number}(?!\d)/", $this->mails()[0]['body'] ) ) ) );
		self::assertStringNotContainsString( 'Ada', $this->mails()[0]['body'] );
	}

	public function test_a_webhook_is_signed_holds_no_name_and_no_secret_and_is_sent_again_with_the_same_id(): void {
		$this->room->transport
			->once( 'POST /t0ken', new Response( 503, [ 'retry-after' => '40' ], '' ) )
			->once( 'POST /t0ken', new Response( 204, [], '' ) );
		$id     = $this->rule( [], self::URL, self::SECRET );
		$people = $this->refuse( 2 );
		$this->settle();
		self::assertCount( 1, $this->room->transport->sent(), 'not before its time' );
		self::assertSame( [ 'waiting', 1, 'The receiver answered 503.' ], [ $this->room->noticeDesk->newest( 1 )[0]->state, $this->room->noticeDesk->newest( 1 )[0]->tries, $this->room->noticeDesk->newest( 1 )[0]->problem ] );
		$this->room->clock->advance( 41 );
		$this->settle();
		[ $first, $second ] = $this->room->transport->sent();
		self::assertSame( $first->headers['webhook-id'], $second->headers['webhook-id'] );
		self::assertNotSame( $first->secretHeaders['webhook-signature'], $second->secretHeaders['webhook-signature'], 'the timestamp is the sending’s own' );
		$signed = implode( '.', [ $second->headers['webhook-id'], $second->headers['webhook-timestamp'], $second->body ] );
		self::assertSame( 'v1,' . base64_encode( hash_hmac( 'sha256', $signed, (string) base64_decode( substr( self::SECRET, 6 ) ), true ) ), $second->secretHeaders['webhook-signature'] );
		$told = json_decode( $second->body, true );
		self::assertSame( [ 'causeway.cause.raised', 'crm', 'contact-in-recycle-bin', 2, false ], [ $told['type'], $told['data']['system'], $told['data']['cause'], $told['data']['people'], isset( $told['data']['persons'] ) ] );
		self::assertStringNotContainsString( $people[0]->user_email, $second->body );
		self::assertStringNotContainsString( self::SECRET, $second->body );
		self::assertStringNotContainsString( 't0ken', (string) json_encode( get_option( RuleOption::OPTION ) ), 'the address is sealed too' );
		self::assertSame( 'sent', $this->room->noticeDesk->newest( 1 )[0]->state );
		self::assertSame( 'hooks.example', $this->room->rules->rule( $id )?->host );
	}

	public function test_gives_up_where_the_receiver_is_gone_or_lies_in_a_private_network(): void {
		$this->room->transport->always( 'POST /t0ken', new Response( 410, [], '' ) );
		$this->rule( [], self::URL, self::SECRET );
		$inside = $this->rule( [], 'https://metadata.internal/latest', self::SECRET );
		$this->refuse( 2 );
		$this->settle();
		self::assertSame( [ 'failed', 'failed' ], array_map( static fn ( $notice ): string => $notice->state, $this->room->noticeDesk->newest( 2 ) ) );
		self::assertCount( 1, $this->room->transport->sent(), 'nothing left for the private network' );
		self::assertStringContainsString( 'private network', (string) $this->room->noticeDesk->test( $inside ) );
	}

	public function test_tries_in_vain_end(): void {
		$this->room->transport->always( 'POST /t0ken', new Response( 500, [], '' ) );
		$this->rule( [], self::URL, self::SECRET );
		$this->refuse( 2 );
		for ( $try = 0; $try < 15; $try++ ) {
			$this->settle( 2 );
			$this->room->clock->advance( 110_000 );
		}
		self::assertCount( 9, $this->room->transport->sent() );
		self::assertSame( 'failed', $this->room->noticeDesk->newest( 1 )[0]->state );
	}

	public function test_an_address_that_changes_wants_its_secret_once_more(): void {
		$id   = $this->rule( [], self::URL, self::SECRET );
		$rule = $this->room->rules->rule( $id ) ?? self::fail( 'no rule' );
		self::assertSame( $id, $this->room->noticeDesk->save( $id, $rule, null, null ), 'left out, both stay' );
		self::assertSame( $rule->sealed, $this->room->rules->rule( $id )?->sealed );
		self::assertSame( [ 'secret' ], array_keys( (array) $this->room->noticeDesk->save( $id, $rule, 'https://elsewhere.example/', null ) ) );
		self::assertSame( [ 'url' ], array_keys( (array) $this->room->noticeDesk->save( $id, $rule, null, self::SECRET ) ) );
		self::assertSame( [ 'url' ], array_keys( (array) $this->room->noticeDesk->save( $id, $rule, 'http://hooks.example/', self::SECRET ) ) );
	}

	public function test_a_test_goes_out_at_once_and_says_what_it_is(): void {
		$this->room->rules->saveHours( new QuietHours( 0, 23 * 60 ), true );
		self::assertSame( '', $this->room->noticeDesk->test( $this->rule() ) );
		self::assertStringContainsString( 'test', $this->mails()[0]['subject'] );
		$this->room->mailer->refusal = 'No.';
		self::assertSame( 'No.', $this->room->noticeDesk->test( 1 ) );
		self::assertNull( $this->room->noticeDesk->test( 99 ) );
	}

	public function test_no_more_than_twenty_rules_and_no_id_twice(): void {
		$first = $this->rule();
		$this->room->noticeDesk->remove( $first );
		self::assertGreaterThan( $first, $this->rule() );
		for ( $count = 1; $count < 20; $count++ ) {
			$this->rule();
		}
		self::assertSame( [ 'rule' ], array_keys( (array) $this->room->noticeDesk->save( 0, $this->room->rules->rules()[0], null, null ) ) );
	}
}
