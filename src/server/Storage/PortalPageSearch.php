<?php

declare(strict_types=1);

namespace Causeway\Storage;

use Causeway\Cases\PortalPages;

/** Looks through the text of published pages: one query over pages alone, asked while a site is being set up. */
final class PortalPageSearch implements PortalPages {

	private const BLOCK = [ '<!-- wp:causeway/login-error', '[causeway_login_error' ];

	/** How shortcodes and blocks with a login form begin. */
	private const FORMS = [ '[ccgclient_portal', '[woocommerce_my_account', '[magentrix', '[ultimatemember', '[wpum_login_form', '[pmpro_login', '[memberpress_login', '<!-- wp:woocommerce/my-account' ];

	public function __construct( private readonly Database $database ) {}

	public function find(): array {
		$posts = $this->database->core( 'posts' );
		$has   = static fn ( array $texts ): string => '(' . implode( ' OR ', array_map( static fn (): string => 'INSTR(post_content, %s) > 0', $texts ) ) . ')';
		$rows  = $this->database->rows(
			"SELECT ID, post_title, CASE WHEN {$has( self::BLOCK )} THEN 1 ELSE 0 END AS has_block FROM {$posts} WHERE post_type = 'page' AND post_status = 'publish' AND {$has( [ ...self::BLOCK, ...self::FORMS ] )} ORDER BY ID LIMIT 10",
			...[ ...self::BLOCK, ...self::BLOCK, ...self::FORMS ]
		);
		return array_map(
			static fn ( Row $row ): array => [
				'id'       => $row->int( 'ID' ),
				'title'    => $row->string( 'post_title' ),
				'hasBlock' => $row->bool( 'has_block' ),
			],
			$rows
		);
	}
}
