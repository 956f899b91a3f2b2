"""What every page needs: template tags, paging, uploads, limits, bundles of style sheets."""
