<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Capture;

use Causeway\Capture\PrivateDirectory;
use Causeway\Diagnosis\Classifier;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/Fakes.php';

/** A small catalog and a temporary folder for each test. */
abstract class CaptureTestCase extends TestCase {

	protected string $folder = '';

	protected function setUp(): void {
		$this->folder = sys_get_temp_dir() . '/causeway-unit-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder, 0700 );
	}

	protected function tearDown(): void {
		self::delete( $this->folder );
	}

	protected function directory(): PrivateDirectory {
		return new PrivateDirectory( $this->folder, 'private', [] );
	}

	protected function classifier(): Classifier {
		$file = $this->folder . '/classifier.php';
		if ( ! is_file( $file ) ) {
			$catalog = [
				'version'  => 'test',
				'codes'    => [
					'wp-login' => [
						'incorrect_password' => [
							[ '/captcha is wrong/i', 'captcha:wrong', 'nothing' ],
							[ '/^.*password you entered.*$/i', 'wordpress:wrong-password', 'nothing' ],
							[ '', 'wordpress:wrong-password', 'nothing' ],
						],
						'pending_approval'   => [ [ '', 'approval:pending', 'nothing' ] ],
					],
				],
				'patterns' => [
					'wp-login'    => [ [ '/\btoo many attempts\b/i', 'limiter:locked', 'nothing' ] ],
					'portal-page' => [
						[ '/^Please contact your administrator$/imu', 'portal:opaque', 'password-if-vendor-call' ],
						[ '/^Invalid User Name$/imu', 'portal:wrong', 'nothing' ],
					],
				],
				'hosts'    => [ 'vendor.example' => 'vendor' ],
			];
			file_put_contents( $file, '<?php return ' . var_export( $catalog, true ) . ';' );
		}
		return new Classifier( $file );
	}

	private static function delete( string $path ): void {
		if ( is_dir( $path ) && ! is_link( $path ) ) {
			foreach ( array_diff( scandir( $path ) ?: [], [ '.', '..' ] ) as $name ) {
				self::delete( $path . '/' . $name );
			}
			rmdir( $path );
		} elseif ( file_exists( $path ) || is_link( $path ) ) {
			unlink( $path );
		}
	}
}
