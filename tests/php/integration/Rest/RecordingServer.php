<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Rest;

/** WordPress's REST server with its way out kept in lists: in a test nobody is there to take headers. */
final class RecordingServer extends \WP_REST_Server {

	public int $status = 200;

	/** @var array<string, string> By lower-case name. */
	public array $headers = [];

	/** @param int $code */
	protected function set_status( $code ): void {
		$this->status = (int) $code;
	}

	/**
	 * @param string $key
	 * @param string $value
	 */
	public function send_header( $key, $value ): void {
		$this->headers[ strtolower( $key ) ] = (string) $value;
	}

	/** @param string $key */
	public function remove_header( $key ): void {
		unset( $this->headers[ strtolower( $key ) ] );
	}
}
