<?php

declare(strict_types=1);

namespace Causeway\Rest;

use Causeway\Cases\PortalPages;
use Causeway\Health\LoginPages;
use Causeway\Health\Verdict;

/** `GET /health/<test>`: the tests of Site Health that wait for the site itself. */
final class HealthRoute {

	/**
	 * @param \Closure(): LoginPages  $pages
	 * @param \Closure(): PortalPages $portal
	 */
	public function __construct( private readonly \Closure $pages, private readonly \Closure $portal ) {}

	/** Called on `rest_api_init`. */
	public function register(): void {
		Route::add( 'GET', '/health/(?P<test>login-cookie|login-cache|login-nonces)', 'view_site_health_checks', [], $this->check( ... ) );
	}

	/** @param \WP_REST_Request<array<string, mixed>> $request */
	private function check( \WP_REST_Request $request ): \WP_REST_Response {
		$test = Route::fromPath( $request, 'test' );
		return Reply::with( $this->verdict( $test )->toArray( 'causeway_' . str_replace( '-', '_', $test ) ) );
	}

	private function verdict( string $test ): Verdict {
		$pages = ( $this->pages )();
		return match ( $test ) {
			'login-cookie' => $pages->cookie(),
			'login-cache'  => $pages->cache(),
			default        => $pages->nonces( $this->portalPages() ),
		};
	}

	/** @return list<array{title: string, url: string}> */
	private function portalPages(): array {
		$pages = [];
		foreach ( ( $this->portal )()->find() as $page ) {
			$url = get_permalink( $page['id'] );
			if ( is_string( $url ) ) {
				$pages[] = [
					'title' => $page['title'],
					'url'   => $url,
				];
			}
		}
		return $pages;
	}
}
