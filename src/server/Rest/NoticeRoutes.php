<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Notifications\Channel;
use Causeway\Notifications\NoticeDesk;
use Causeway\Notifications\NoticeRule;
use Causeway\Notifications\Pace;
use Causeway\Notifications\QuietHours;
use Causeway\Notifications\Topic;

/** Commands on notifications: the hours, the rules, a test of one. A webhook's address and secret come in and never go out. */
final class NoticeRoutes {

	/** @param \Closure(): NoticeDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		$may  = 'causeway_manage_settings';
		$one  = '/notifications/rules/(?P<id>\d{1,9})';
		$time = [
			'type'     => 'string',
			'pattern'  => '^(([01][0-9]|2[0-3]):[0-5][0-9])?$',
			'required' => true,
		];
		Route::add(
			'PUT',
			'/notifications',
			$may,
			[
				'quiet_from'  => $time + [ 'description' => __( 'HH:MM by the site’s clock; empty for no quiet hours.', 'causeway' ) ],
				'quiet_to'    => $time,
				'digest_at'   => [ 'pattern' => '^([01][0-9]|2[0-3]):[0-5][0-9]$' ] + $time,
				'rules_alone' => [
					'type'        => 'boolean',
					'required'    => true,
					'description' => __( 'Whether no mail about each case or incident is sent beside the rules’ own.', 'causeway' ),
				],
			],
			$this->saveHours( ... )
		);
		Route::add( 'POST', '/notifications/rules', $may, self::fields(), $this->save( ... ) );
		Route::add( 'PUT', $one, $may, self::fields(), $this->save( ... ) );
		Route::add( 'DELETE', $one, $may, [], $this->remove( ... ) );
		Route::add( 'POST', $one . '/test', $may, [], $this->test( ... ) );
	}

	/** @return array<string, array<string, mixed>> */
	private static function fields(): array {
		$flag = static fn ( string $description ): array => [
			'type'        => 'boolean',
			'required'    => true,
			'description' => $description,
		];
		$one  = static fn ( string ...$choices ): array => [
			'type'     => 'string',
			'enum'     => $choices,
			'required' => true,
		];
		return [
			'name'           => [
				'type'      => 'string',
				'maxLength' => 200,
				'required'  => true,
			],
			'about'          => $one( ...array_column( Topic::cases(), 'value' ) ),
			'cause'          => [
				'type'        => 'string',
				'maxLength'   => 97,
				'pattern'     => '^([a-z0-9-]+(/[a-z0-9-]+)?)?$',
				'required'    => true,
				'description' => __( 'system/cause, a system for any of its causes, or nothing for any.', 'causeway' ),
			],
			'people'         => [
				'type'     => 'integer',
				'minimum'  => 1,
				'maximum'  => NoticeRule::MOST_PEOPLE,
				'required' => true,
			],
			'window_minutes' => [
				'type'     => 'integer',
				'minimum'  => NoticeRule::WINDOW_MINUTES[0],
				'maximum'  => NoticeRule::WINDOW_MINUTES[1],
				'required' => true,
			],
			'channel'        => $one( ...array_column( Channel::cases(), 'value' ) ),
			'pace'           => $one( ...array_column( Pace::cases(), 'value' ) ),
			'recipients'     => [
				'type'        => 'array',
				'maxItems'    => NoticeRule::MOST_RECIPIENTS,
				'items'       => [ 'type' => 'string' ],
				'default'     => [],
				'description' => __( 'Addresses; none for those that the settings name.', 'causeway' ),
			],
			'url'            => [
				'type'        => 'string',
				'description' => __( 'Of a webhook. Left out together with the secret, both stay as they are.', 'causeway' ),
			],
			'secret'         => [
				'type'      => 'string',
				'maxLength' => 200,
			],
			'names_people'   => $flag( __( 'Whether names and addresses of people go with it.', 'causeway' ) ),
			'is_urgent'      => $flag( __( 'Whether it goes out in quiet hours too.', 'causeway' ) ),
			'is_on'          => $flag( __( 'Whether it tells anything.', 'causeway' ) ),
		];
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function saveHours( \WP_REST_Request $request ): \WP_REST_Response {
		$from = QuietHours::minute( Route::text( $request, 'quiet_from' ) );
		$to   = QuietHours::minute( Route::text( $request, 'quiet_to' ) );
		( $this->desk )()->saveHours( new QuietHours( null === $to ? null : $from, null === $from ? null : $to, QuietHours::minute( Route::text( $request, 'digest_at' ) ) ?? QuietHours::USUAL_DIGEST ), Route::flag( $request, 'rules_alone' ) );
		return Reply::with( [ 'saved' => true ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function save( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$recipients = $request->get_param( 'recipients' );
		$given      = static fn ( string $name ): ?string => $request->has_param( $name ) ? Route::text( $request, $name ) : null;
		$saved      = ( $this->desk )()->save(
			(int) Route::fromPath( $request, 'id' ),
			new NoticeRule(
				0,
				sanitize_text_field( Route::text( $request, 'name' ) ),
				Topic::from( Route::text( $request, 'about' ) ),
				Route::text( $request, 'cause' ),
				(int) Route::text( $request, 'people' ),
				(int) Route::text( $request, 'window_minutes' ),
				Channel::from( Route::text( $request, 'channel' ) ),
				Pace::from( Route::text( $request, 'pace' ) ),
				array_values( array_filter( is_array( $recipients ) ? $recipients : [], is_string( ... ) ) ),
				'',
				'',
				Route::flag( $request, 'names_people' ),
				Route::flag( $request, 'is_urgent' ),
				Route::flag( $request, 'is_on' )
			),
			$given( 'url' ),
			$given( 'secret' )
		);
		if ( is_int( $saved ) ) {
			return Reply::with( [ 'id' => $saved ] );
		}
		return isset( $saved['rule'] ) && 0 !== (int) Route::fromPath( $request, 'id' ) ? $this->noSuchRule() : Reply::refusal( 'invalid-field', implode( ' ', $saved ), 400, [ 'fields' => $saved ] );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function remove( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		return ( $this->desk )()->remove( (int) Route::fromPath( $request, 'id' ) ) ? Reply::with( [ 'removed' => true ] ) : $this->noSuchRule();
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function test( \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$problem = ( $this->desk )()->test( (int) Route::fromPath( $request, 'id' ) );
		return null === $problem ? $this->noSuchRule() : Reply::with(
			[
				'sent'    => '' === $problem,
				'problem' => $problem,
			]
		);
	}

	private function noSuchRule(): \WP_Error {
		return Reply::refusal( 'unknown-rule', __( 'There is no such rule any more.', 'causeway' ), 404 );
	}
}
