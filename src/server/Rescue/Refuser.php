<?php

declare(strict_types=1);

namespace Causeway\Rescue;

use Causeway\Support\CallbackOrigin;

/** Who turned the person away, though the password would have been right. */
final class Refuser {

	/**
	 * @param string       $hook  `authenticate` or `wp_authenticate_user`.
	 * @param list<string> $codes Error codes; `fault:<class>` where it broke.
	 */
	public function __construct( public readonly string $hook, public readonly int $priority, public readonly CallbackOrigin $origin, public readonly array $codes ) {}

	/** How to go on without it, also where it breaks the admin screens; '' where it is WordPress itself or nobody knows whose it is. */
	public function wayAround(): string {
		// A plugin of one file goes by that file's name without its ending.
		$slug = str_starts_with( $this->origin->component, 'plugin:' ) ? basename( $this->origin->slug(), '.php' ) : $this->origin->slug();
		return match ( strstr( $this->origin->component, ':', true ) ) {
			'plugin'    => "Its command line may be enough. Else switch it off without loading it: wp plugin deactivate {$slug} --skip-plugins={$slug} --skip-themes",
			'mu-plugin' => "A must-use plugin cannot be switched off: move wp-content/mu-plugins/{$slug} away while you log in.",
			'theme'     => "It is the theme’s: log in under another one: wp theme activate <another theme> --skip-themes={$slug}",
			default     => '',
		};
	}

	/** @return array{component: string, callback: string, hook: string, priority: int, codes: list<string>, wayAround: string} */
	public function toArray(): array {
		return [
			'component' => $this->origin->component,
			'callback'  => $this->origin->name,
			'hook'      => $this->hook,
			'priority'  => $this->priority,
			'codes'     => $this->codes,
			'wayAround' => $this->wayAround(),
		];
	}
}
