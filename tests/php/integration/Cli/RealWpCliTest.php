<?php

declare(strict_types=1);

namespace Causeway\Tests\Integration\Cli;

use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** The commands in WP-CLI itself, on the site of this suite: reading only, for there is no transaction over there. */
#[CoversNothing]
final class RealWpCliTest extends TestCase {

	/**
	 * @param list<string> $arguments
	 * @return array{int, string, string} Exit code, standard output, standard error.
	 */
	private function wp( array $arguments ): array {
		$root    = dirname( __DIR__, 4 );
		$command = [ PHP_BINARY, '-d', 'error_reporting=8191', '-d', 'display_errors=stderr', $root . '/.cache/wp-cli/vendor/wp-cli/wp-cli/php/boot-fs.php', '--require=' . $root . '/tests/support/wp-cli/commands.php', '--path=' . getenv( 'CAUSEWAY_TEST_SITE' ), '--allow-root', '--no-color', ...$arguments ];
		$process = proc_open( $command, [ 1 => [ 'pipe', 'w' ], 2 => [ 'pipe', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		$out   = (string) stream_get_contents( $pipes[1] );
		$error = (string) stream_get_contents( $pipes[2] );
		return [ proc_close( $process ), $out, $error ];
	}

	public function test_explains_a_message_as_json_and_nothing_else(): void {
		[ $code, $out, $error ] = $this->wp( [ 'causeway', 'explain', 'Please contact your administrator', '--format=json' ] );
		self::assertSame( [ 0, '' ], [ $code, $error ] );
		$answer = json_decode( $out, true );
		self::assertIsArray( $answer );
		// What scripts rely on stands first, and what was added since stands behind it: nothing else is there.
		self::assertSame( [ 'causes', 'unknown', 'questions', 'symptoms', 'recognised', 'recordable', 'pattern' ], array_keys( $answer ) );
		self::assertIsArray( $answer['causes'] );
		self::assertNotSame( [], $answer['causes'] );
		foreach ( $answer['causes'] as $cause ) {
			self::assertSame( [ 'cause', 'system', 'title', 'confidence', 'why', 'fixPath' ], array_keys( $cause ) );
			self::assertContains( $cause['confidence'], [ 'certain', 'likely', 'possible' ] );
			foreach ( $cause['fixPath'] as $step ) {
				self::assertSame( [ 'step', 'title', 'applicability', 'link', 'body' ], array_keys( $step ) );
			}
		}
		self::assertIsArray( $answer['unknown'] );
		foreach ( $answer['unknown'] as $unknown ) {
			self::assertSame( [ 'what', 'why' ], array_keys( $unknown ) );
		}
		self::assertTrue( $answer['recognised'], 'the sentence is known' );
		self::assertFalse( $answer['recordable'], 'so it need not be recorded' );
		self::assertNull( $answer['pattern'] );
		self::assertIsArray( $answer['questions'] );
		self::assertNotSame( [], $answer['questions'] );
		foreach ( $answer['questions'] as $question ) {
			self::assertSame( [ 'ref', 'question', 'yes', 'no' ], array_keys( $question ) );
		}
	}

	/** @return iterable<string, array{list<string>, int}> */
	public static function commands(): iterable {
		yield 'the catalog as a table' => [ [ 'catalog', 'list' ], 0 ];
		yield 'the catalog as YAML' => [ [ 'catalog', 'list', '--format=yaml' ], 0 ];
		yield 'the tables' => [ [ 'db', 'status' ], 0 ];
		yield 'the state of the site' => [ [ 'status', '--format=csv' ], 0 ];
		yield 'no cases' => [ [ 'case', 'list', '--format=json' ], 0 ];
		yield 'nobody' => [ [ 'diagnose', 'nobody.ever@example.org' ], 1 ];
		yield 'a case named by SQL' => [ [ 'case', 'get', '1 OR 1' ], 2 ];
		yield 'a state that is none' => [ [ 'case', 'list', '--state=gone' ], 2 ];
	}

	/**
	 * @dataProvider commands
	 * @param list<string> $arguments
	 */
	public function test_ends_with_its_exit_code( array $arguments, int $code ): void {
		[ $ended, $out, $error ] = $this->wp( [ 'causeway', ...$arguments ] );
		self::assertSame( $code, $ended, $out . $error );
		self::assertSame( 0 === $code, '' === $error, $error );
	}
}
