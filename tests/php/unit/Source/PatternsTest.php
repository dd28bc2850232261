<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Source;

use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** A pattern that is meant for the whole of a text must mean it: without `D`, `$` also matches before a line feed at the end. */
#[CoversNothing]
final class PatternsTest extends TestCase {

	/** @return list<string> Patterns after `preg_match(` that end with `$` and take a line feed after it. */
	private static function lax( string $code ): array {
		$tokens = array_values( array_filter( \PhpToken::tokenize( $code ), static fn ( \PhpToken $token ): bool => ! $token->isIgnorable() ) );
		$found  = [];
		foreach ( $tokens as $at => $token ) {
			$pattern = $tokens[ $at + 2 ] ?? null;
			if ( 'preg_match' === $token->text && null !== $pattern && $pattern->is( T_CONSTANT_ENCAPSED_STRING ) && 1 === preg_match( '~^\'([/#\~]).*(?<!\\\\)\$\1[a-zA-Z]*\'$~D', $pattern->text ) ) {
				$flags = (string) strrchr( $pattern->text, $pattern->text[1] );
				if ( ! str_contains( $flags, 'D' ) && ! str_contains( $flags, 'm' ) ) {
					$found[] = $pattern->text;
				}
			}
		}
		return $found;
	}

	public function testALaxPatternIsSeen(): void {
		$code = <<<'CODE'
			<?php
			preg_match( '/^\d+$/', $a ); preg_match( '#^x$#i', $a ); \preg_match( '/^\d+$/D', $a ); preg_match( '/^x\$/', $a ); preg_match( '/x/', $a );
			CODE;
		self::assertSame( [ "'/^\\d+\$/'", "'#^x\$#i'" ], self::lax( $code ) );
	}

	public function testNoPatternOfOursTakesALineFeedAtTheEnd(): void {
		$lax   = [];
		$files = new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( dirname( __DIR__, 4 ) . '/src', \FilesystemIterator::SKIP_DOTS ) );
		foreach ( $files as $file ) {
			self::assertInstanceOf( \SplFileInfo::class, $file );
			if ( 'php' === $file->getExtension() ) {
				foreach ( self::lax( (string) file_get_contents( $file->getPathname() ) ) as $pattern ) {
					$lax[] = $file->getFilename() . ': ' . $pattern;
				}
			}
		}
		self::assertSame( [], $lax );
	}
}
