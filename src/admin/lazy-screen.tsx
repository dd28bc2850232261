import { useCallback, useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

import { Failure } from './components/failure';
import { Skeleton } from './components/skeleton';

import type { ComponentType } from 'react';

/**
 * A screen whose script is read when it is first shown, so that nobody waits for the others.
 *
 * `preload` reads it ahead of that; it rejects where the script cannot be read, and may be called again then.
 */
export const lazyScreen = < Props extends object >( load: () => Promise< ComponentType< Props > > ) => {
	let Loaded: ComponentType< Props > | null = null;
	const preload = async (): Promise< void > => {
		Loaded ??= await load();
	};

	const LazyScreen = ( props: Props ) => {
		const [ , setHasLoaded ] = useState( false );
		const [ hasFailed, setHasFailed ] = useState( false );
		const read = useCallback( () => {
			setHasFailed( false );
			preload().then(
				() => setHasLoaded( true ),
				() => setHasFailed( true )
			);
		}, [] );

		useEffect( read, [ read ] );

		if ( Loaded !== null ) {
			return <Loaded { ...props } />;
		}
		return (
			<div className="causeway-page">
				{ hasFailed ? (
					<Failure message={ __( 'This screen could not be read from your site. Check your connection, then try again.', 'causeway' ) } onRetry={ read } />
				) : (
					<Skeleton bars={ [ 48, 240, 240 ] } />
				) }
			</div>
		);
	};
	return Object.assign( LazyScreen, { preload } );
};
