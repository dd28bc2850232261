<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Notifications;

use Causeway\Notifications\Webhook;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Signed so that receivers' own libraries take it. */
final class WebhookTest extends TestCase {

	/** The example that the specification's own libraries are tested with. */
	public function test_signs_as_the_standard_s_libraries_do(): void {
		$request = Webhook::request( 'https://hooks.example/x', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}' );
		self::assertSame( 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', $request->secretHeaders['webhook-signature'] );
		self::assertSame( [ 'msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330' ], [ $request->headers['webhook-id'], $request->headers['webhook-timestamp'] ] );
		self::assertFalse( $request->idempotent, 'no decorator sends it twice' );
	}

	/** @return iterable<string, array{string, bool}> */
	public static function secrets(): iterable {
		yield '24 bytes' => [ 'whsec_' . base64_encode( str_repeat( 's', 24 ) ), true ];
		yield '64 bytes' => [ 'whsec_' . base64_encode( str_repeat( 's', 64 ) ), true ];
		yield '23 bytes' => [ 'whsec_' . base64_encode( str_repeat( 's', 23 ) ), false ];
		yield '65 bytes' => [ 'whsec_' . base64_encode( str_repeat( 's', 65 ) ), false ];
		yield 'no prefix' => [ base64_encode( str_repeat( 's', 32 ) ), false ];
		yield 'no base64' => [ 'whsec_' . str_repeat( '!', 40 ), false ];
		yield 'nothing' => [ '', false ];
	}

	#[DataProvider( 'secrets' )]
	public function test_takes_secrets_that_a_receiver_s_library_takes( string $secret, bool $isOne ): void {
		self::assertSame( $isOne, Webhook::isSecret( $secret ) );
	}
}
