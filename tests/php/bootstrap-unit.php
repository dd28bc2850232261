<?php
/**
 * Unit tests: our classes alone. There is no WordPress here, so a class that reaches for it fails.
 *
 * @package Causeway
 */

declare(strict_types=1);

require __DIR__ . '/../../vendor/autoload.php';
