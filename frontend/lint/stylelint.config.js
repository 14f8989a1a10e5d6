export default {
  extends: 'stylelint-config-recommended',
  // The files follow the areas of a page, not the weight of selectors.
  rules: { 'no-descending-specificity': null }
};
