<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\SitePatternDesk;
use Causeway\Diagnosis\SitePattern;

/** `POST /patterns`, `PUT|DELETE /patterns/<id>`: messages that only this site knows, and what causes them. */
final class SitePatternRoutes {

	private const CAPABILITY = 'causeway_manage_cases';

	private const CAUSE = [
		'type'        => 'string',
		'default'     => '',
		'pattern'     => '^$|^[a-z0-9-]{1,32}/[a-z0-9-]{1,64}$',
		'description' => 'system/cause; empty where nobody knows yet.',
	];

	/** @param \Closure(): SitePatternDesk $desk Made only when somebody asks. */
	public function __construct( private readonly \Closure $desk ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add(
			'POST',
			'/patterns',
			self::CAPABILITY,
			[
				'message' => [
					'type'      => 'string',
					'required'  => true,
					'minLength' => 1,
				],
				'cause'   => self::CAUSE,
			],
			fn ( \WP_REST_Request $request ) => self::answer( ( $this->desk )()->record( Route::text( $request, 'message' ), Route::text( $request, 'cause' ), get_current_user_id() ) )
		);
		Route::add(
			'PUT',
			'/patterns/(?P<id>[0-9a-f]{12})',
			self::CAPABILITY,
			[ 'cause' => self::CAUSE ],
			fn ( \WP_REST_Request $request ) => self::answer( ( $this->desk )()->link( Route::fromPath( $request, 'id' ), Route::text( $request, 'cause' ), get_current_user_id() ) )
		);
		Route::add(
			'DELETE',
			'/patterns/(?P<id>[0-9a-f]{12})',
			self::CAPABILITY,
			[],
			fn ( \WP_REST_Request $request ) => ( $this->desk )()->forget( Route::fromPath( $request, 'id' ) ) ? Reply::with( [ 'removed' => true ] ) : self::answer( 'not-found' )
		);
	}

	private static function answer( SitePattern|string $outcome ): \WP_REST_Response|\WP_Error {
		if ( $outcome instanceof SitePattern ) {
			return Reply::with( $outcome->toArray() );
		}
		$message = match ( $outcome ) {
			'known'      => __( 'Causeway knows this message already. Explain it to see what it can mean.', 'causeway' ),
			'not-usable' => __( 'Paste only the sentence that the person saw: at least two words, without the page around it.', 'causeway' ),
			'no-cause'   => __( 'There is no such cause. Choose one from the list, or none.', 'causeway' ),
			'full'       => sprintf( /* translators: %d: a number */ __( 'This site keeps %d messages, and has as many. Remove one that nobody needs any more.', 'causeway' ), SitePatternDesk::MOST ),
			default      => __( 'This message is not recorded (any more). Load the page again to see what is.', 'causeway' ),
		};
		return Reply::refusal( $outcome, $message, 'not-found' === $outcome ? 404 : 400 );
	}
}
