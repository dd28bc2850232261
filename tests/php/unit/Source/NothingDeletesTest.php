<?php

declare(strict_types=1);

namespace Causeway\Tests\Unit\Source;

use PHPUnit\Framework\Attributes\CoversNothing;
use PHPUnit\Framework\TestCase;

/** Nobody's records can be lost by Causeway: no connector holds a call that deletes. */
#[CoversNothing]
final class NothingDeletesTest extends TestCase {

	/** Words by which the vendors' APIs delete, archive, anonymise or empty: in an address, in SOAP, among the parts of a batch. A sentence is none. */
	private const CALLS = '#^(?!.*\w \w)(?:.*[/:._<-])?(?:delete|destroy|purge|gdpr-?delete|anonymi[sz]e|moveToTrash|emptyRecycleBin|BulkDelete|disassociate|batch/archive|archive$)(?:$|[/:(>?])#i';

	/** How the agents of SuperOffice, and a batch over HTTP, write a deletion. */
	private const AGENT_OR_BATCH = '#^\w+/(?:Delete|Purge|Anonymi[sz]e)[A-Z]|\bDELETE\s#';

	/**
	 * What in a source file could send a deletion.
	 *
	 * @return list<string>
	 */
	private static function deletions( string $code ): array {
		$tokens = array_values( array_filter( \PhpToken::tokenize( $code ), static fn ( \PhpToken $token ): bool => ! $token->isIgnorable() ) );
		$found  = [];
		foreach ( $tokens as $at => $token ) {
			$text = $token->is( [ T_CONSTANT_ENCAPSED_STRING, T_ENCAPSED_AND_WHITESPACE ] ) ? trim( $token->text, '\'"' ) : '';
			// What a vendor's list of changes calls a deletion is compared with, and never sent.
			$isCompared = 'DELETE' === $text && T_IS_IDENTICAL === ( $tokens[ $at + 1 ]->id ?? 0 );
			if ( ( 'DELETE' === strtoupper( $text ) && ! $isCompared ) || 1 === preg_match( self::AGENT_OR_BATCH, $text ) || ( 'DELETE' !== strtoupper( $text ) && 1 === preg_match( self::CALLS, $text ) ) ) {
				$found[] = $token->text;
			}
		}
		return $found;
	}

	/** @return array<string, string> Address → code of each PHP file of the connectors. */
	private static function connectors(): array {
		$files = [];
		foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( dirname( __DIR__, 4 ) . '/src/systems', \FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( $file instanceof \SplFileInfo && 'php' === $file->getExtension() ) {
				$files[ $file->getPathname() ] = (string) file_get_contents( $file->getPathname() );
			}
		}
		return $files;
	}

	public function testADeletionIsSeen(): void {
		$code = <<<'CODE'
			<?php
			new Request( 'DELETE', $base ); OData::write( "delete", $base ); $m = 'DELETE'; $w === 'DELETE'; 'DELETE' === $word;
			$a = '/crm/v3/objects/contacts/batch/archive'; $b = '<urn:delete>'; $c = '/contacts/moveToTrash'; $d = '/crm/v8/Contacts/deleted'; $e = 'isDeleted'; $f = '/gdpr-delete'; $g = "DELETE contacts({$id}) HTTP/1.1"; $h = 'Person/DeletePersonEntity';
			CODE;
		self::assertSame( [ "'DELETE'", '"delete"', "'DELETE'", "'DELETE'", "'/crm/v3/objects/contacts/batch/archive'", "'<urn:delete>'", "'/contacts/moveToTrash'", "'/gdpr-delete'", 'DELETE contacts(', "'Person/DeletePersonEntity'" ], self::deletions( $code ) );
	}

	public function testNoConnectorHoldsACallThatDeletes(): void {
		$found = [];
		foreach ( self::connectors() as $file => $code ) {
			foreach ( self::deletions( $code ) as $text ) {
				$found[] = basename( dirname( $file, 2 ) ) . '/' . basename( $file ) . ': ' . $text;
			}
		}
		self::assertSame( [], $found );
	}

	public function testEveryMethodIsWrittenOut(): void {
		$methods = [];
		foreach ( self::connectors() as $file => $code ) {
			preg_match_all( '/new Request\(\s*([^,]+),/', $code, $calls );
			foreach ( $calls[1] as $method ) {
				$methods[ trim( $method ) ][] = basename( $file );
			}
		}
		ksort( $methods );
		self::assertSame( [], array_diff_key( $methods, array_flip( [ "'GET'", "'POST'", "'PUT'", "'PATCH'", '$method', '$this->method' ] ) ), 'a method is written out, here or where it is handed in' );
	}
}
