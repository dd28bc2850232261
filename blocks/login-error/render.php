<?php
/**
 * Prints the block's slot.
 *
 * @var array<string, mixed> $attributes
 *
 * @package Causeway
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

// Every part of the slot is escaped where it is made.
echo Causeway\Block\LoginErrorBlock::render( $attributes ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
