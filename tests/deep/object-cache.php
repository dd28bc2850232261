<?php
/**
 * A persistent object cache on Redis, as a drop-in: WordPress's own cache, filled from Redis and written through to it. Where Redis is gone it goes
 * on in memory, as drop-ins in use do.
 *
 * CAUSEWAY_TEST_REDIS is Redis's socket.
 */

declare(strict_types=1);

require_once ABSPATH . WPINC . '/class-wp-object-cache.php';

final class CausewayTestCache extends WP_Object_Cache {

	private ?Redis $redis = null;

	/** @var array<string, bool> */
	private array $local = [];

	public function __construct() {
		parent::__construct();
		$this->ask( static fn (): null => null );
	}

	public function keepLocal( array $groups ): void {
		$this->local += array_fill_keys( $groups, true );
	}

	public function add( $key, $data, $group = 'default', $expire = 0 ) {
		$this->get( $key, $group );
		$name = $this->name( $key, $group );
		// Whoever adds first has added: this is what locks are made of.
		$kept = $this->isKept( $group ) ? $this->ask( static fn ( Redis $redis ): bool => $redis->set( $name, [ $data ], [ 'nx', ...( $expire > 0 ? [ 'ex' => (int) $expire ] : [] ) ] ) ) : null;
		return false !== $kept && parent::add( $key, $data, $group, $expire );
	}

	public function set( $key, $data, $group = 'default', $expire = 0 ) {
		$name = $this->name( $key, $group );
		if ( $this->isKept( $group ) ) {
			$this->ask( static fn ( Redis $redis ): mixed => $redis->set( $name, [ $data ], $expire > 0 ? [ 'ex' => (int) $expire ] : null ) );
		}
		return parent::set( $key, $data, $group, $expire );
	}

	public function get( $key, $group = 'default', $force = false, &$found = null ) {
		$value = $force ? false : parent::get( $key, $group, false, $found );
		if ( ( ! $found || $force ) && $this->isKept( $group ) ) {
			$name = $this->name( $key, $group );
			$kept = $this->ask( static fn ( Redis $redis ): mixed => $redis->get( $name ) );
			if ( is_array( $kept ) ) {
				$found = true;
				$value = $kept[0];
				parent::set( $key, $value, $group );
			}
		}
		return $value;
	}

	public function get_multiple( $keys, $group = 'default', $force = false ) {
		$values = [];
		foreach ( $keys as $key ) {
			$values[ $key ] = $this->get( $key, $group, $force );
		}
		return $values;
	}

	public function delete( $key, $group = 'default', $deprecated = false ) {
		$name = $this->name( $key, $group );
		if ( $this->isKept( $group ) ) {
			$this->ask( static fn ( Redis $redis ): mixed => $redis->del( $name ) );
		}
		return parent::delete( $key, $group );
	}

	public function incr( $key, $offset = 1, $group = 'default' ) {
		$value = (int) $this->get( $key, $group, true ) + $offset;
		$this->set( $key, $value, $group );
		return $value;
	}

	public function flush() {
		$this->ask( static fn ( Redis $redis ): mixed => $redis->flushDB() );
		return parent::flush();
	}

	private function isKept( string $group ): bool {
		return ! isset( $this->local[ '' === $group ? 'default' : $group ] );
	}

	private function name( int|string $key, string $group ): string {
		return ( '' === $group ? 'default' : $group ) . ':' . $key;
	}

	/** @param Closure(Redis): mixed $question */
	private function ask( Closure $question ): mixed {
		try {
			if ( null === $this->redis ) {
				$this->redis = new Redis();
				$this->redis->connect( CAUSEWAY_TEST_REDIS );
				$this->redis->setOption( Redis::OPT_SERIALIZER, Redis::SERIALIZER_PHP );
			}
			return $question( $this->redis );
		} catch ( RedisException ) {
			$this->redis = null;
			return null;
		}
	}
}

function wp_cache_init(): void {
	$GLOBALS['wp_object_cache'] = new CausewayTestCache();
}

function wp_cache_add( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->add( $key, $data, $group, (int) $expire );
}

function wp_cache_replace( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->replace( $key, $data, $group, (int) $expire );
}

function wp_cache_set( $key, $data, $group = '', $expire = 0 ) {
	return $GLOBALS['wp_object_cache']->set( $key, $data, $group, (int) $expire );
}

function wp_cache_get( $key, $group = '', $force = false, &$found = null ) {
	return $GLOBALS['wp_object_cache']->get( $key, $group, $force, $found );
}

function wp_cache_delete( $key, $group = '' ) {
	return $GLOBALS['wp_object_cache']->delete( $key, $group );
}

function wp_cache_incr( $key, $offset = 1, $group = '' ) {
	return $GLOBALS['wp_object_cache']->incr( $key, $offset, $group );
}

function wp_cache_decr( $key, $offset = 1, $group = '' ) {
	return $GLOBALS['wp_object_cache']->incr( $key, -$offset, $group );
}

function wp_cache_flush() {
	return $GLOBALS['wp_object_cache']->flush();
}

function wp_cache_flush_runtime() {
	$GLOBALS['wp_object_cache']->cache = [];
	return true;
}

function wp_cache_supports( $feature ) {
	return 'flush_runtime' === $feature;
}

function wp_cache_close() {
	return true;
}

function wp_cache_add_global_groups( $groups ): void {
	$GLOBALS['wp_object_cache']->add_global_groups( $groups );
}

function wp_cache_add_non_persistent_groups( $groups ): void {
	$GLOBALS['wp_object_cache']->keepLocal( (array) $groups );
}

function wp_cache_switch_to_blog( $blog_id ): void {
	$GLOBALS['wp_object_cache']->switch_to_blog( $blog_id );
}
