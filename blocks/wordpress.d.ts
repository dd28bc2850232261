/** What the blocks use of two WordPress packages that ship no types; the site's own version is what runs. */

declare module '@wordpress/blocks' {
	import type { ComponentType, ReactNode } from 'react';

	export interface BlockEditProps< Attributes > {
		readonly attributes: Attributes;
		readonly setAttributes: ( change: Partial< Attributes > ) => void;
		readonly isSelected: boolean;
	}

	export function registerBlockType< Attributes >(
		metadata: { readonly name: string },
		settings: { readonly edit: ComponentType< BlockEditProps< Attributes > >; readonly save: () => ReactNode }
	): void;
}

declare module '@wordpress/block-editor' {
	import type { ComponentType, HTMLAttributes, ReactNode } from 'react';

	export const InspectorControls: ComponentType< { readonly children: ReactNode } >;

	export const RichText: ComponentType< {
		readonly tagName: string;
		readonly className: string;
		readonly allowedFormats: readonly string[];
		readonly placeholder: string;
		readonly value: string;
		readonly onChange: ( value: string ) => void;
	} >;

	export function useBlockProps( props: HTMLAttributes< HTMLDivElement > ): HTMLAttributes< HTMLDivElement >;
}
