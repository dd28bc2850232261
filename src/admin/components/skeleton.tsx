import { __ } from '@wordpress/i18n';

interface SkeletonProps {
	/** Height of each bar, in pixels: that of what will take its place, so that nothing jumps. */
	readonly bars: readonly number[];
}

/** Grey bars in the place of what is being read. */
export const Skeleton = ( { bars }: SkeletonProps ) => (
	<div className="causeway-skeleton" role="status">
		<span className="screen-reader-text">{ __( 'Loading…', 'causeway' ) }</span>
		{ bars.map( ( height, index ) => (
			<div key={ index } className="causeway-skeleton__bar" style={ { height } } aria-hidden="true" />
		) ) }
	</div>
);
